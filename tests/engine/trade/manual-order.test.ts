import { describe, expect, it } from "vitest";
import { supersedes } from "../../../src/engine/strategy/setup-end.ts";
import { ruleFor } from "../../../src/engine/trade/approval-rules.ts";
import { type ManualOrder, manualSignal } from "../../../src/engine/trade/manual-order.ts";
import type { PriceWish } from "../../../src/engine/trade/price-wish.ts";
import { ANNA, NOW, signalWith } from "./trade-fixtures.ts";

const at = (price: string): PriceWish => ({ kind: "price", price });
const percent = (value: number): PriceWish => ({ kind: "percent", percent: value });
const r = (value: number): PriceWish => ({ kind: "r", r: value });
const facts = { price: 100, now: NOW, timeframe: "15m", expiresAt: NOW + 60_000, by: ANNA } as const;
const order = (changes: Partial<ManualOrder> = {}): ManualOrder => ({
  symbol: "BTC/USDT",
  direction: "long",
  stop: at("98"),
  targets: [at("104")],
  ...changes,
});

function pricesOf(changes: Partial<ManualOrder>) {
  const reading = manualSignal(order(changes), facts);
  if (reading.status === "refused") return reading.refusals;
  const { entryType, entry, stop, targets } = reading.signal;
  return [entryType, entry, stop, ...targets];
}

describe("a trade that a person typed", () => {
  it("is a signal of the strategy manual, without a grade worth the name", () => {
    const reading = manualSignal(order({ size: { kind: "risk", percent: 0.5 } }), facts);
    expect(reading).toEqual({
      status: "signal",
      size: { kind: "risk", percent: 0.5 },
      signal: {
        id: `BTC/USDT|15m|manual|long|${NOW}|market 100 98 104`,
        symbol: "BTC/USDT",
        timeframe: "15m",
        strategy: "manual",
        direction: "long",
        knownAt: NOW,
        expiresAt: NOW + 60_000,
        entryType: "market",
        entry: 100,
        stop: 98,
        targets: [104],
        score: 0,
        grade: "C",
        parts: [],
        reasons: [{ key: "reason-manual", args: { name: "Anna" } }],
        evidence: [],
        features: {},
      },
    });
  });

  it.each([
    [{}, ["market", 100, 98, 104]],
    [{ entry: at("99") }, ["limit", 99, 98, 104]],
    [{ entry: percent(-1) }, ["limit", 99, 98, 104]],
    [{ stop: percent(2) }, ["market", 100, 98, 104]],
    [{ stop: percent(-2) }, ["market", 100, 98, 104]],
    [{ targets: [r(3), r(1)] }, ["market", 100, 98, 102, 106]],
    [{ targets: [percent(5), at("105")] }, ["market", 100, 98, 105]],
    [{ direction: "short", stop: percent(2), targets: [r(2)] }, ["market", 100, 102, 96]],
    [
      { direction: "short", entry: percent(-1), stop: at("103"), targets: [percent(1)] },
      ["limit", 101, 103, 99.99],
    ],
  ] as const)("counts from where it says: %#", (changes, prices) => {
    expect(pricesOf(changes as Partial<ManualOrder>)).toEqual(prices);
  });

  it("takes a number without a unit for a price near the price of now, else for a quantity", () => {
    expect(manualSignal(order({ lone: "99" }), facts)).toMatchObject({
      signal: { entryType: "limit", entry: 99 },
    });
    expect(manualSignal(order({ lone: "5" }), facts)).toMatchObject({
      size: { kind: "quantity", quantity: "5" },
      signal: { entryType: "market" },
    });
    const size = { kind: "notional", notional: "500" } as const;
    expect(manualSignal(order({ lone: "70", size, stop: at("60") }), facts)).toMatchObject({
      size,
      signal: { entryType: "limit", entry: 70 },
    });
    expect(manualSignal(order({ lone: "99", entry: at("99.5") }), facts)).toMatchObject({
      size: { kind: "quantity", quantity: "99" },
      signal: { entry: 99.5 },
    });
  });

  it.each([
    [{ entry: at("101") }, [{ code: "limit-through-price", field: "entry", wanted: 101, against: 100 }]],
    [{ stop: at("100") }, [{ code: "stop-on-wrong-side", field: "stop", wanted: 100, against: 100 }]],
    [
      { targets: [at("104"), at("99")] },
      [{ code: "target-on-wrong-side", field: "target", wanted: 99, against: 100 }],
    ],
    [{ targets: [r(-1)] }, [{ code: "target-on-wrong-side", field: "target", wanted: 98, against: 100 }]],
    [{ stop: r(1) }, [{ code: "needs-a-price", field: "stop" }]],
    [{ stop: percent(100) }, [{ code: "needs-a-price", field: "stop" }]],
    [{ entry: r(1) }, [{ code: "needs-a-price", field: "entry" }]],
    [{ entry: { kind: "break-even" } }, [{ code: "needs-a-price", field: "entry" }]],
    [{ targets: [{ kind: "break-even" }] }, [{ code: "needs-a-price", field: "target" }]],
    [
      { direction: "short" },
      [
        { code: "stop-on-wrong-side", field: "stop", wanted: 98, against: 100 },
        { code: "target-on-wrong-side", field: "target", wanted: 104, against: 100 },
      ],
    ],
  ] as const)("is refused with the part that cannot be: %#", (changes, refusals) => {
    expect(pricesOf(changes as unknown as Partial<ManualOrder>)).toEqual(refusals);
  });

  it("needs a price to count from", () => {
    expect(manualSignal(order(), { ...facts, price: undefined })).toEqual({
      status: "refused",
      refusals: [{ code: "no-price", field: "entry" }],
    });
  });

  it("gives way to what a person types later, and to no strategy, nor a strategy to it", () => {
    const typed = signalWith({ strategy: "manual" });
    const later = { knownAt: NOW + 1 };
    expect(supersedes({ ...typed, ...later }, typed)).toBe(true);
    expect(supersedes(signalWith(later), typed)).toBe(false);
    expect(supersedes({ ...typed, ...later }, signalWith())).toBe(false);
  });

  it("is approved by no rule", () => {
    const rule = { name: "all", grades: [], strategies: [], sessions: [], maxNotional: 1e9, sizeFactor: 1 };
    const states = [{ rule, switchedOn: { by: ANNA, at: NOW, definition: "x" } }];
    expect(ruleFor(signalWith({ strategy: "manual" }), states)).toBeUndefined();
    expect(ruleFor(signalWith(), states)).toBeDefined();
  });
});
