import { describe, expect, it } from "vitest";
import { apply, canApply } from "../../../src/engine/trade/apply.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import { findOrder } from "../../../src/engine/trade/trade-facts.ts";
import {
  accepted,
  approvedEvent,
  cancelled,
  filled,
  idOf,
  intended,
  intent,
  NOW,
  open,
  proposed,
  submitting,
} from "./trade-fixtures.ts";

const at = NOW + 9;
const entry = idOf(proposed(), "entry");
const stop = idOf(proposed(), "stop");
const target = idOf(proposed(), "target-1");
const refused = (clientOrderId: string): TradeEvent => ({
  type: "order.rejected",
  at,
  clientOrderId,
  code: "no",
});
const unknown = (clientOrderId: string): TradeEvent => ({
  type: "order.unknown",
  at,
  clientOrderId,
  code: "timeout",
});
const seen = (clientOrderId: string, price = "98"): TradeEvent => ({
  type: "trade.protected",
  at,
  clientOrderId,
  stop: price,
});
const statusOf = (trade: Trade, id: string) => findOrder(trade, id)?.status;

describe("news of an order", () => {
  it("that tells nothing new gives back the same trade", () => {
    for (const news of [accepted(entry), unknown(entry), cancelled(entry)]) {
      const once = apply(submitting(), news);
      expect(apply(once, news)).toBe(once);
    }
    const read = apply(open(), seen(stop));
    expect(apply(read, seen(stop))).toBe(read);
    expect(apply(read, seen(stop, "98.1")).protectedAt).toBe("98.1");
  });

  it("of an order that was never intended is refused", () => {
    for (const news of [accepted("x"), unknown("x"), cancelled("x"), refused("x"), seen("x")])
      expect(canApply(open(), news)).toBe(false);
  });

  it("keeps the first name that the exchange gave", () => {
    const once = apply(submitting(), accepted(entry));
    const again = apply(once, { ...accepted(entry), exchangeOrderId: "other" } as TradeEvent);
    expect(findOrder(again, entry)?.exchangeOrderId).toBe(`x-${entry}`);
  });

  it("never moves an order back", () => {
    const gone = apply(submitting(), cancelled(entry));
    expect(statusOf(apply(gone, accepted(entry)), entry)).toBe("cancelled");
    expect(statusOf(apply(gone, unknown(entry)), entry)).toBe("cancelled");
  });
});

describe("a refusal", () => {
  it("of the entry ends the trade and says why; of another order it does not", () => {
    expect(apply(submitting(), refused(entry))).toMatchObject({
      state: "rejected",
      ended: { key: "rejected", args: { code: "no" } },
    });
    const kept = apply(open(), refused(stop));
    expect([kept.state, kept.ended, statusOf(kept, stop)]).toEqual(["open", undefined, "rejected"]);
    expect(apply(submitting(), accepted(entry)).ended).toBeUndefined();
  });

  it("contradicts an order that existed: accepted, filled, or accepted and gone", () => {
    expect(canApply(apply(submitting(), accepted(entry)), refused(entry))).toBe(false);
    const gone = apply(apply(submitting(), accepted(entry)), cancelled(entry));
    expect(canApply(gone, refused(entry))).toBe(false);
    const part = apply(submitting(), filled(submitting(), entry, "f1", "1", "100"));
    expect(canApply(part, refused(entry))).toBe(false);
    const read = apply(open(), seen(stop));
    expect(canApply(read, refused(stop))).toBe(false);
    expect(canApply(apply(submitting(), unknown(entry)), refused(entry))).toBe(true);
  });

  it("is not taken back by an acceptance or a stop that was read", () => {
    const kept = apply(open(), refused(stop));
    expect(canApply(kept, accepted(stop))).toBe(false);
    expect(canApply(kept, seen(stop))).toBe(false);
  });

  it("is told of a trade that is over, too, when it is old news", () => {
    const over = apply(submitting(), refused(entry));
    expect(apply(over, refused(entry))).toBe(over);
    expect(canApply(over, accepted(entry))).toBe(false);
    expect(canApply(over, cancelled("x"))).toBe(false);
  });
});

describe("a stop that was read back", () => {
  it("is a stop", () => {
    expect(canApply(open(), seen(target))).toBe(false);
    expect(canApply(open(), seen(entry))).toBe(false);
  });
});

describe("an intent", () => {
  const approved = () => apply(proposed(), approvedEvent());
  const wanting = (changes: object = {}, when = NOW + 2): TradeEvent => ({
    type: "order.intended",
    at: when,
    intents: [{ ...intent(proposed(), "entry", "10"), ...changes }],
  });

  it("that is known is no news when it is the same, and refused when it is not", () => {
    const trade = submitting();
    expect(apply(trade, wanting())).toBe(trade);
    expect(canApply(trade, wanting({ quantity: "9" }))).toBe(false);
    expect(canApply(trade, wanting({ price: "100" }))).toBe(false);
    expect(canApply(trade, wanting({ leg: "stop" }))).toBe(false);
  });

  it("of an entry is one, in time, in size and of an approved trade", () => {
    const { expiresAt } = proposed();
    expect(canApply(approved(), wanting({}, expiresAt - 1))).toBe(true);
    expect(canApply(approved(), wanting({}, expiresAt))).toBe(false);
    expect(canApply(approved(), wanting({ quantity: "10.001" }))).toBe(false);
    expect(canApply(approved(), wanting({ quantity: "0" }))).toBe(false);
    expect(canApply(proposed(), wanting())).toBe(false);
    const second = intent(proposed(), "entry", "1", undefined, 2);
    expect(canApply(submitting(), intended(second))).toBe(false);
    expect(canApply(approved(), intended(intent(proposed(), "entry", "1"), second))).toBe(false);
  });

  it("of an exit needs an entry to leave", () => {
    expect(canApply(approved(), intended(intent(proposed(), "stop", "10", "98")))).toBe(false);
    const both = intended(intent(proposed(), "entry", "10"), intent(proposed(), "stop", "10", "98"));
    expect(canApply(approved(), both)).toBe(true);
    expect(canApply(submitting(), intended(intent(proposed(), "stop", "0", "98")))).toBe(false);
  });
});
