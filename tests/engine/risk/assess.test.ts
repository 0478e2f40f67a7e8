import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/engine/decimal.ts";
import { assess, assessEntry, type EntryRequest } from "../../../src/engine/risk/assess.ts";
import type { DenialCode } from "../../../src/engine/risk/denial.ts";
import type { RiskAccount } from "../../../src/engine/risk/risk-input.ts";
import type { RiskSettings } from "../../../src/engine/risk/risk-settings.ts";
import { apply, applyAll } from "../../../src/engine/trade/apply.ts";
import { parseClientOrderId } from "../../../src/engine/trade/client-order-id.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import {
  accountWith,
  approvedEvent,
  BTC,
  INSTANCE,
  NOW,
  open,
  proposed,
  riskSettings,
  signalWith,
  submitting,
} from "../trade/trade-fixtures.ts";

function requestWith(changes: Partial<EntryRequest> = {}): EntryRequest {
  return {
    trade: proposed(),
    account: accountWith(),
    instrument: BTC,
    settings: riskSettings(),
    price: { price: 100, at: NOW },
    sizeFactor: 1,
    instance: INSTANCE,
    ...changes,
  };
}

function elsewhere(trade: Trade, symbol = "ETH/USDT"): Trade {
  return { ...trade, id: `other${symbol}`, plan: { ...trade.plan, symbol } };
}

describe("the assessment of a signal", () => {
  it("approves a setup within all limits with its plan", () => {
    expect(assess(signalWith(), accountWith(), BTC, riskSettings())).toEqual({
      status: "approved",
      plan: { ...proposed().plan, cappedAtPercent: 10 },
    });
  });

  it.each<[DenialCode, number | undefined, number | undefined, Partial<RiskAccount>, Partial<RiskSettings>]>([
    ["kill-switch", undefined, undefined, { killed: true }, {}],
    ["paused", undefined, undefined, { paused: true }, {}],
    ["daily-loss", 3, 3, { realisedToday: "-300" }, {}],
    ["trades-per-day", 5, 6, { tradesToday: 5 }, {}],
    ["open-positions", 1, 2, { openTrades: [elsewhere(open())] }, { maxOpenPositions: 1 }],
    ["symbol-busy", 1, 2, { openTrades: [elsewhere(open(), "BTC/USDT")] }, {}],
    ["symbol-busy", 1, 2, { proposals: [elsewhere(proposed(), "BTC/USDT")] }, {}],
    ["open-risk", 0.39, 0.4, { openTrades: [elsewhere(open())] }, { maxOpenRiskPercent: 0.39 }],
    ["size-below-minimum", 0.05, 0.04, { balance: "40", dayStartBalance: "40" }, {}],
  ])("denies by %s with limit %s and actual %s", (code, limit, actual, account, settings) => {
    const outcome = assess(signalWith(), accountWith(account), BTC, riskSettings(settings));
    const denial = {
      code,
      ...(limit === undefined ? {} : { limit }),
      ...(actual === undefined ? {} : { actual }),
    };
    expect(outcome).toMatchObject({ status: "denied", denials: [denial] });
  });

  it("still approves on the last free place of each limit", () => {
    const account = accountWith({
      realisedToday: "-299.99",
      tradesToday: 4,
      openTrades: [elsewhere(open())],
    });
    const settings = riskSettings({ maxOpenPositions: 2, maxOpenRiskPercent: 0.4 });
    expect(assess(signalWith(), account, BTC, settings).status).toBe("approved");
  });

  it("measures the day's loss against the day's first balance", () => {
    const account = accountWith({ balance: "9000", dayStartBalance: "20000", realisedToday: "-599" });
    expect(assess(signalWith(), account, BTC, riskSettings()).status).toBe("approved");
  });

  it("tells every limit that is broken, not only the first", () => {
    const account = accountWith({ killed: true, paused: true, tradesToday: 9, realisedToday: "-1000" });
    const outcome = assess(signalWith(), account, BTC, riskSettings());
    expect(outcome.status === "denied" && outcome.denials.map(({ code }) => code)).toEqual([
      "kill-switch",
      "paused",
      "trades-per-day",
      "daily-loss",
    ]);
  });

  it.each([
    ["above a long", { stop: 101 }, { limit: 101, actual: 100 }],
    ["at the entry", { stop: 100 }, { limit: 100, actual: 100 }],
    ["less than a tick away", { entry: 100.05, stop: 100.01 }, { limit: 100.1, actual: 100 }],
    ["below a short", { direction: "short", stop: 99, targets: [95] }, { limit: 99, actual: 100 }],
    ["missing", { stop: Number.NaN }, { actual: 100 }],
    ["negative", { stop: -1 }, { limit: -1, actual: 100 }],
  ] as const)("denies a stop that is %s", (_, changes, numbers) => {
    const outcome = assess(signalWith(changes), accountWith(), BTC, riskSettings());
    expect(outcome.status === "denied" && outcome.denials[0]).toEqual({
      code: "stop-on-wrong-side",
      ...numbers,
    });
  });

  it("denies a target where the trade would lose, and a signal without one", () => {
    const outcome = assess(signalWith({ targets: [102, 99] }), accountWith(), BTC, riskSettings());
    expect(outcome).toMatchObject({ denials: [{ code: "stop-on-wrong-side", limit: 99, actual: 100 }] });
    expect(assess(signalWith({ targets: [] }), accountWith(), BTC, riskSettings()).status).toBe("denied");
  });
});

describe("the assessment of an entry at the tap", () => {
  it("makes the order of an approved market entry", () => {
    const { trade } = requestWith();
    const outcome = assessEntry(requestWith());
    if (outcome.status !== "approved") throw new Error("an approval was expected");
    expect(outcome.order).toEqual({
      clientOrderId: expect.any(String),
      symbol: "BTC/USDT",
      side: "buy",
      type: "market",
      quantity: "10",
      reduceOnly: false,
      createdAt: NOW,
    });
    const named = parseClientOrderId(INSTANCE, outcome.order.clientOrderId);
    expect(named).toEqual({ tradeId: trade.id, leg: "entry", attempt: 1 });
  });

  it("gives a limit entry its price", () => {
    const outcome = assessEntry(
      requestWith({ trade: proposed({ entryType: "limit" }), price: { price: 101, at: NOW } }),
    );
    expect(outcome).toMatchObject({ order: { type: "limit", price: "100", quantity: "10" } });
  });

  it.each([
    ["half", 0.5, "5"],
    ["a third, down to the lot", 1 / 3, "3.333"],
  ])("takes %s of the size", (_, sizeFactor, quantity) => {
    expect(assessEntry(requestWith({ sizeFactor }))).toMatchObject({ order: { quantity } });
  });

  it("shrinks the size when price drifted away from the stop, so that 1R stays 1R", () => {
    const settings = riskSettings({ riskPercent: 0.2, maxPositionPercent: 100 });
    // 20 at risk over 100.5 - 98 = 2.5 is 8, not the planned 10.
    expect(assessEntry(requestWith({ settings, price: { price: 100.5, at: NOW } }))).toMatchObject({
      order: { quantity: "8" },
    });
    // Nearer to the stop 13.3 would be allowed; the size never grows.
    expect(assessEntry(requestWith({ settings, price: { price: 99.5, at: NOW } }))).toMatchObject({
      order: { quantity: "10" },
    });
  });

  it("checks an approved trade again by what was approved, without counting it against itself", () => {
    const trade = apply(proposed(), approvedEvent("4"));
    const account = accountWith({ openTrades: [trade], proposals: [elsewhere(proposed(), "BTC/USDT")] });
    const settings = riskSettings({ maxOpenPositions: 1 });
    expect(assessEntry(requestWith({ trade, account, settings, sizeFactor: 99 }))).toMatchObject({
      order: { quantity: "4" },
    });
  });

  it.each<[DenialCode, number | undefined, number | undefined, Partial<EntryRequest>]>([
    [
      "expired",
      undefined,
      undefined,
      { account: accountWith({ now: NOW + 3_600_000 }), price: { price: 100, at: NOW + 3_600_000 } },
    ],
    ["price-stale", 120, 120.001, { price: { price: 100, at: NOW - 120_001 } }],
    ["price-stale", 120, undefined, { price: undefined }],
    [
      "price-stale",
      120,
      undefined,
      { price: { price: Number.NaN, at: NOW }, trade: proposed({ entryType: "limit" }) },
    ],
    ["price-stale", 120, undefined, { price: { price: 100, at: Number.NaN } }],
    ["price-moved", 0.5, 0.55, { price: { price: 101.1, at: NOW } }],
    ["price-moved", 0.5, 0.55, { price: { price: 98.9, at: NOW } }],
    ["price-moved", 0.5, 0.55, { price: { price: 98.9, at: NOW }, trade: proposed({ entryType: "limit" }) }],
    ["price-moved", 0.1, 0.15, { price: { price: 100.3, at: NOW }, trade: proposed({ targets: ["100.2"] }) }],
    ["price-moved", 1, 1.05, { price: { price: 102.1, at: NOW }, trade: proposed({ entryType: "limit" }) }],
    [
      "risk-per-trade",
      0.2,
      0.4,
      { sizeFactor: 2, settings: riskSettings({ riskPercent: 0.2, maxPositionPercent: 100 }) },
    ],
    ["position-size", 10, 20, { sizeFactor: 2 }],
    ["size-below-minimum", 0.05, 0.01, { sizeFactor: 0.001 }],
    ["size-below-minimum", 0.05, 0, { sizeFactor: Number.NaN }],
    ["symbol-busy", 1, 2, { account: accountWith({ openTrades: [elsewhere(open(), "BTC/USDT")] }) }],
    ["paused", undefined, undefined, { account: accountWith({ paused: true }) }],
    ["kill-switch", undefined, undefined, { account: accountWith({ killed: true }) }],
  ])("denies by %s with limit %s and actual %s", (code, limit, actual, changes) => {
    const denial = {
      code,
      ...(limit === undefined ? {} : { limit }),
      ...(actual === undefined ? {} : { actual }),
    };
    expect(assessEntry(requestWith(changes))).toEqual({ status: "denied", denials: [denial] });
  });

  it("denies a price beyond the stop in both ways it is wrong", () => {
    const outcome = assessEntry(requestWith({ price: { price: 97.9, at: NOW } }));
    expect(outcome).toMatchObject({
      denials: [
        { code: "stop-on-wrong-side", limit: 98, actual: 97.9 },
        { code: "price-moved", limit: 0.5, actual: 1.05 },
      ],
    });
  });

  it("still allows the limits themselves", () => {
    expect(assessEntry(requestWith({ price: { price: 101, at: NOW - 120_000 } })).status).toBe("approved");
    const waiting = { trade: proposed({ entryType: "limit" as const }), price: { price: 101.9, at: NOW } };
    expect(assessEntry(requestWith(waiting)).status).toBe("approved");
  });

  it("refuses to make a second entry", () => {
    expect(() => assessEntry(requestWith({ trade: submitting() }))).toThrow(/trade-transition-impossible/);
    const skipped = applyAll(proposed(), [
      { type: "trade.skipped", at: NOW, by: { userId: "web:1", name: "B" } },
    ]);
    expect(() => assessEntry(requestWith({ trade: skipped }))).toThrow(/trade-transition-impossible/);
  });

  it("never returns an order above a limit, whatever is asked", () => {
    const hundredths = (max: number) => fc.integer({ min: 1, max }).map((value) => value / 100);
    let approvals = 0;
    const property = fc.property(
      fc.record({
        balance: fc.integer({ min: 0, max: 10_000_000 }),
        entry: fc.integer({ min: 10, max: 2_000_000 }),
        distancePercent: hundredths(2000),
        drift: hundredths(100),
        driftSign: fc.constantFrom(1, -1),
        sizeFactor: hundredths(150),
        riskPercent: hundredths(1000),
        maxPositionPercent: hundredths(20_000),
        isLong: fc.boolean(),
      }),
      (drawn) => {
        const { balance, riskPercent, maxPositionPercent, isLong, sizeFactor } = drawn;
        const entry = drawn.entry / 10;
        const away = ((isLong ? -1 : 1) * entry * drawn.distancePercent) / 100;
        const direction = isLong ? ("long" as const) : ("short" as const);
        const account = accountWith({ balance: String(balance), dayStartBalance: String(balance) });
        const settings = riskSettings({ riskPercent, maxPositionPercent, maxOpenRiskPercent: 100 });
        const signal = signalWith({ direction, entry, stop: entry + away, targets: [entry - 2 * away] });
        const assessed = assess(signal, account, BTC, settings);
        if (assessed.status === "denied") return;
        const trade = proposed(assessed.plan, signal);
        const price = entry + drawn.driftSign * drawn.drift * away;
        const outcome = assessEntry(
          requestWith({ trade, account, settings, price: { price, at: NOW }, sizeFactor }),
        );
        if (outcome.status === "denied") return;
        const quantity = decimal(outcome.order.quantity);
        const risked = quantity.mul(decimal(price).minus(assessed.plan.stop).abs());
        expect(risked.mul(100).lte(decimal(balance).mul(riskPercent))).toBe(true);
        expect(quantity.mul(price).mul(100).lte(decimal(balance).mul(maxPositionPercent))).toBe(true);
        expect(quantity.mul(1000).isInteger()).toBe(true);
        approvals += 1;
      },
    );
    fc.assert(property, { seed: 42, numRuns: 3000 });
    expect(approvals).toBeGreaterThan(300);
  });
});
