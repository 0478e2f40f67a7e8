import { describe, expect, it } from "vitest";
import { clientOrderId, nextAttempt, parseClientOrderId } from "../../../src/engine/trade/client-order-id.ts";
import { hash64 } from "../../../src/engine/trade/hash.ts";
import type { OrderLeg } from "../../../src/engine/trade/order.ts";
import { deniedTrade, proposeTrade, tradeId } from "../../../src/engine/trade/propose.ts";
import { INSTANCE, NOW, open, planWith, proposed, signalWith } from "./trade-fixtures.ts";

describe("a proposal", () => {
  it("is a trade that waits, with the signal's expiry and nothing filled", () => {
    const signal = signalWith();
    expect(proposeTrade({ signal, plan: planWith(), settingsVersion: 3, now: NOW + 5 })).toEqual({
      id: tradeId(signal.id, 3),
      version: 1,
      state: "proposed",
      signal,
      plan: planWith(),
      settingsVersion: 3,
      createdAt: NOW + 5,
      updatedAt: NOW + 5,
      expiresAt: signal.expiresAt,
      orders: [],
      fillIds: [],
      entryQuantity: "0",
      exitQuantity: "0",
      fees: "0",
    });
  });

  it("has the same id for the same signal and settings, another one otherwise", () => {
    const id = tradeId("BTC/USDT|15m|order-block-touch|long|1", 0);
    expect(id).toMatch(/^[0-9a-z]{10}$/);
    expect(tradeId("BTC/USDT|15m|order-block-touch|long|1", 0)).toBe(id);
    expect(tradeId("BTC/USDT|15m|order-block-touch|long|1", 1)).not.toBe(id);
    expect(tradeId("BTC/USDT|15m|order-block-touch|long|2", 0)).not.toBe(id);
  });

  it("gives a hundred thousand neighbouring signals as many ids", () => {
    const ids = new Set<string>();
    for (let index = 0; index < 100_000; index += 1) {
      ids.add(tradeId(`BTC/USDT|1m|order-block-touch|long|${NOW + index * 60_000}`, 0));
    }
    expect(ids.size).toBe(100_000);
  });

  it("hashes to the same 64 bits on every machine", () => {
    expect(hash64("").toString(16)).toBe("efd01f60ba992926");
    expect(hash64("a").toString(16)).not.toBe(hash64("b").toString(16));
  });

  it("that risk denied keeps every denial and tells the first", () => {
    const denials = [{ code: "daily-loss", limit: 3, actual: 3.2 }, { code: "paused" }] as const;
    const trade = deniedTrade({
      signal: signalWith(),
      plan: planWith(),
      settingsVersion: 0,
      now: NOW,
      denials,
    });
    expect(trade).toMatchObject({
      state: "denied",
      version: 1,
      denials,
      ended: { key: "denied-daily-loss", args: { limit: 3, actual: 3.2 } },
    });
  });

  it("that could not be sized is written with the signal's prices and no quantity", () => {
    const denials = [{ code: "stop-on-wrong-side" }] as const;
    const signal = signalWith({ stop: Number.NaN });
    expect(deniedTrade({ signal, settingsVersion: 0, now: NOW, denials }).plan).toEqual({
      symbol: "BTC/USDT",
      direction: "long",
      entryType: "market",
      entry: "100",
      stop: "0",
      targets: ["102", "104"],
      quantity: "0",
      notional: "0",
      riskMoney: "0",
      riskPercent: 0,
    });
  });
});

describe("a client order id", () => {
  const trade = proposed().id;

  it("has 25 letters and digits and begins with the mark of its desk", () => {
    const id = clientOrderId(INSTANCE, trade, "target-2", 12);
    expect(id).toMatch(/^kz[0-9a-z]{23}$/);
    expect(id.slice(8)).toBe(`${trade}t020012`);
  });

  it("can be read back by its own desk only", () => {
    const legs: OrderLeg[] = ["entry", "stop", "exit", "target-1", "target-12"];
    for (const leg of legs) {
      const id = clientOrderId(INSTANCE, trade, leg, 7);
      expect(parseClientOrderId(INSTANCE, id)).toEqual({ tradeId: trade, leg, attempt: 7 });
      expect(parseClientOrderId("desk-2", id)).toBeUndefined();
    }
  });

  it.each([
    "",
    "x",
    "kz",
    "web_123",
    `kz000000${trade}e000001`,
    `${clientOrderId(INSTANCE, trade, "entry", 1)}0`,
  ])("does not take %s for its own", (id) => {
    expect(parseClientOrderId(INSTANCE, id)).toBeUndefined();
  });

  it("differs in every part", () => {
    const ids = ["desk-1", "desk-2"].flatMap((instance) =>
      [trade, tradeId("other", 0)].flatMap((id) =>
        (["entry", "stop", "exit", "target-1", "target-11"] as const).flatMap((leg) =>
          [1, 11, 111].map((attempt) => clientOrderId(instance, id, leg, attempt)),
        ),
      ),
    );
    expect(new Set(ids).size).toBe(60);
  });

  it.each([
    ["trade id", "short", "entry", 1],
    ["attempt", trade, "entry", 0],
    ["attempt", trade, "entry", 10_000],
    ["attempt", trade, "entry", 1.5],
    ["target", trade, "target-100", 1],
  ] as const)("is refused for a %s that does not fit", (_, id, leg, attempt) => {
    expect(() => clientOrderId(INSTANCE, id, leg, attempt)).toThrow(RangeError);
  });

  it("is new with each attempt, also after the order has ended", () => {
    expect(nextAttempt(proposed(), "stop")).toBe(1);
    expect(nextAttempt(open(), "stop")).toBe(2);
    expect(nextAttempt(open(), "exit")).toBe(1);
  });
});
