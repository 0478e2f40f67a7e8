import { describe, expect, it } from "vitest";
import { proposeTrade } from "../../src/engine/trade/propose.ts";
import { tradeEventSchema } from "../../src/store/trade-event-schema.ts";
import { tradeSchema } from "../../src/store/trade-schema.ts";
import { market, signalsOf } from "../engine/strategy/all-signals.ts";
import { planWith } from "../engine/trade/trade-fixtures.ts";

describe("the schema of stored trades", () => {
  it("takes every signal of every strategy and gives it back as it was", () => {
    const signals = signalsOf(market(4, "1m", 6000));
    expect(signals.length).toBeGreaterThan(50);
    for (const signal of signals) {
      const trade = proposeTrade({ signal, plan: planWith(), settingsVersion: 0, now: signal.knownAt });
      expect(tradeSchema.parse(JSON.parse(JSON.stringify(trade)))).toEqual(trade);
    }
  });

  it("keeps the fact that ended a proposal or an entry", () => {
    const args = { top: 100, bottom: 99.5 };
    const expired = { type: "trade.expired", at: 1, reason: "gap-filled", args } as const;
    const why = { key: "expired-gap-filled", args };
    const closing = { type: "trade.closing", at: 1, reason: "entry-cancelled", why } as const;
    expect([expired, closing].map((event) => tradeEventSchema.parse(event))).toEqual([expired, closing]);
    expect(tradeEventSchema.safeParse({ ...expired, reason: "mood" }).success).toBe(false);
  });
});
