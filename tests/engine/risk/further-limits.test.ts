import { describe, expect, it } from "vitest";
import type { Instrument } from "../../../src/engine/instrument.ts";
import { assess, assessEntry, type EntryRequest } from "../../../src/engine/risk/assess.ts";
import type { DenialCode } from "../../../src/engine/risk/denial.ts";
import type { RiskAccount } from "../../../src/engine/risk/risk-input.ts";
import type { RiskSettings } from "../../../src/engine/risk/risk-settings.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import { apply } from "../../../src/engine/trade/apply.ts";
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
} from "../trade/trade-fixtures.ts";

const MINUTE = 60_000;

/** The signal is 10 at 100 with its stop at 98: notional 1000, 1R 20, of a balance of 10000. */
function codes(
  settings: Partial<RiskSettings>,
  account: Partial<RiskAccount> = {},
  signal: Partial<Signal> = {},
) {
  const outcome = assess(signalWith(signal), accountWith(account), BTC, riskSettings(settings));
  return outcome.status === "denied" ? outcome.denials : [];
}

function closed(pnl: string, at: number): Trade {
  return { ...open(), state: "closed", updatedAt: at, result: { pnl, r: 0, reason: "stop" } };
}

function approvedAt(at: number, session = "london-open", symbol = "ETH/USDT"): Trade {
  const trade = apply(proposed({}, { session }), approvedEvent("10", NOW));
  const approval = trade.approval && { ...trade.approval, at };
  return { ...trade, id: `${at}`, plan: { ...trade.plan, symbol }, ...(approval && { approval }) };
}

function elsewhere(trade: Trade, symbol = "ETH/USDT"): Trade {
  return { ...trade, id: `other${symbol}`, plan: { ...trade.plan, symbol } };
}

const GROUPS = [["BTC/USDT", "ETH/USDT"]];
const STREAK = [
  closed("5", NOW - 30 * MINUTE),
  closed("-1", NOW - 20 * MINUTE),
  closed("-2", NOW - 10 * MINUTE),
];

type Case = readonly [
  code: DenialCode,
  limit: number,
  actual: number,
  settings: Partial<RiskSettings>,
  account: Partial<RiskAccount>,
  signal?: Partial<Signal>,
];

const DENIED: readonly Case[] = [
  ["cool-down", 2, 2, { coolDownLosses: 2 }, { recentlyClosed: STREAK }],
  ["drawdown", 20, 20, { maxDrawdownPercent: 20 }, { peakBalance: "12500" }],
  [
    "session-trades",
    1,
    2,
    { maxTradesPerSession: 1 },
    { approvedToday: [approvedAt(NOW - MINUTE)] },
    { session: "london-open" },
  ],
  [
    "group-risk",
    0.39,
    0.4,
    { maxGroupRiskPercent: 0.39, correlatedGroups: GROUPS },
    { openTrades: [elsewhere(open())] },
  ],
  ["volatility", 0.99, 1, { maxVolatilityPercent: 0.99 }, {}, { features: { stopDistanceAtr: 2 } }],
  ["order-notional", 999.99, 1000, { maxOrderNotional: 999.99 }, {}],
  [
    "daily-notional",
    1999.99,
    2000,
    { maxDailyNotional: 1999.99 },
    { approvedToday: [approvedAt(NOW - MINUTE)] },
  ],
  ["order-rate", 1, 2, { maxOrdersPerMinute: 1 }, { approvedToday: [approvedAt(NOW - MINUTE + 1)] }],
  ["leverage", 0.19, 0.2, { maxLeverage: 0.19 }, { openTrades: [elsewhere(open())] }],
  // A tenth of the balance is liquidated 999.5 % away; the stop is 2 % away.
  ["liquidation", 500, 499.75, { minLiquidationDistance: 500 }, {}],
  // 1,000 held and 1,000 entered need 400 of 10,000 at five times leverage.
  ["margin", 3.99, 4, { marginLeverage: 5, maxMarginPercent: 3.99 }, { openTrades: [elsewhere(open())] }],
];

const ALLOWED: readonly Case[] = [
  ["cool-down", 3, 0, { coolDownLosses: 3 }, { recentlyClosed: STREAK }],
  ["cool-down", 2, 0, { coolDownLosses: 2, coolDownMinutes: 10 }, { recentlyClosed: STREAK }],
  ["cool-down", 1, 0, { coolDownLosses: 1 }, { recentlyClosed: [...STREAK, closed("0", NOW)] }],
  ["drawdown", 20.01, 0, { maxDrawdownPercent: 20.01 }, { peakBalance: "12500" }],
  [
    "session-trades",
    1,
    0,
    { maxTradesPerSession: 1 },
    { approvedToday: [approvedAt(NOW - MINUTE, "new-york-am")] },
    { session: "london-open" },
  ],
  ["session-trades", 1, 0, { maxTradesPerSession: 1 }, { approvedToday: [approvedAt(NOW - MINUTE)] }],
  [
    "group-risk",
    0.4,
    0,
    { maxGroupRiskPercent: 0.4, correlatedGroups: GROUPS },
    { openTrades: [elsewhere(open())] },
  ],
  [
    "group-risk",
    0.2,
    0,
    { maxGroupRiskPercent: 0.2, correlatedGroups: GROUPS },
    { openTrades: [elsewhere(open(), "SOL/USDT")] },
  ],
  ["volatility", 1, 0, { maxVolatilityPercent: 1 }, {}, { features: { stopDistanceAtr: 2 } }],
  ["volatility", 0.01, 0, { maxVolatilityPercent: 0.01 }, {}],
  ["order-notional", 1000, 0, { maxOrderNotional: 1000 }, {}],
  ["daily-notional", 2000, 0, { maxDailyNotional: 2000 }, { approvedToday: [approvedAt(NOW - MINUTE)] }],
  ["order-rate", 1, 0, { maxOrdersPerMinute: 1 }, { approvedToday: [approvedAt(NOW - MINUTE)] }],
  ["leverage", 0.2, 0, { maxLeverage: 0.2 }, { openTrades: [elsewhere(open())] }],
  ["liquidation", 499.75, 0, { minLiquidationDistance: 499.75 }, {}],
  ["margin", 4, 0, { marginLeverage: 5, maxMarginPercent: 4 }, { openTrades: [elsewhere(open())] }],
];

describe("a limit that a person switched on", () => {
  for (const [code, limit, actual, settings, account, signal] of DENIED) {
    it(`denies by ${code} with limit ${limit} and actual ${actual}`, () => {
      expect(codes(settings, account, signal)).toMatchObject([{ code, limit, actual }]);
    });
  }

  for (const [index, [code, limit, , settings, account, signal]] of ALLOWED.entries()) {
    it(`lets pass what is within ${code} of ${limit} (case ${index + 1})`, () => {
      expect(codes(settings, account, signal)).toEqual([]);
    });
  }

  it("is off by default: the same accounts are allowed everything", () => {
    for (const [, , , , account, signal] of DENIED) expect(codes({}, account, signal)).toEqual([]);
  });
});

describe("a limit at the tap", () => {
  const request = (changes: Partial<EntryRequest>): EntryRequest => ({
    trade: proposed(),
    account: accountWith(),
    instrument: BTC,
    settings: riskSettings(),
    price: { price: 100, at: NOW },
    sizeFactor: 1,
    instance: INSTANCE,
    ...changes,
  });

  it.each([
    [0.1, 0.11, [{ code: "spread", limit: 0.1, actual: 0.11 }]],
    [0.1, 0.1, []],
    [0.1, undefined, []],
    [0.1, Number.NaN, []],
    [0, 5, []],
  ])("of a spread of %d %% meets a spread of %s with %j", (maxSpreadPercent, spread, denials) => {
    const price = { price: 100, at: NOW, ...(spread !== undefined && { spread }) };
    const outcome = assessEntry(request({ price, settings: riskSettings({ maxSpreadPercent }) }));
    expect(outcome.status === "denied" ? outcome.denials : []).toEqual(denials);
  });

  it("does not count the trade that is checked again against itself", () => {
    const trade = apply(proposed({}, { session: "london-open" }), approvedEvent("10", NOW - 1));
    const account = accountWith({ approvedToday: [trade], openTrades: [trade] });
    const settings = riskSettings({
      maxTradesPerSession: 1,
      maxOrdersPerMinute: 1,
      maxDailyNotional: 1000,
      maxLeverage: 0.1,
    });
    expect(assessEntry(request({ trade, account, settings })).status).toBe("approved");
  });
});

describe("an account that was prepared for some symbols", () => {
  it("takes entries of those alone, when they are proposed and when they go out", () => {
    expect(codes({}, { tradedSymbols: ["ETH/USDT"] })).toEqual([{ code: "not-traded" }]);
    expect(codes({}, { tradedSymbols: ["ETH/USDT", "BTC/USDT"] })).toEqual([]);
    expect(codes({})).toEqual([]);
  });
});

describe("a spot market", () => {
  const spot = { ...BTC, isSpot: true } as const;
  const codesAt = (signal: Partial<Signal>, instrument: Instrument) => {
    const assessed = assess(signalWith(signal), accountWith(), instrument, riskSettings());
    return assessed.status === "denied" ? assessed.denials.map(({ code }) => code) : [];
  };
  const short = { direction: "short", stop: 102, targets: [98, 96] } as const;

  it("takes no shorts, and perpetuals do", () => {
    expect(codesAt(short, spot)).toEqual(["short-impossible"]);
    expect(codesAt(short, BTC)).toEqual([]);
    expect(codesAt({}, spot)).toEqual([]);
  });

  it("wants a size that can be sold again: 1.3 times the smallest worth", () => {
    // 10000 x 10 % / 100 = 10 coins are worth 1000.
    expect(codesAt({}, { ...spot, minNotional: "769" })).toEqual([]);
    expect(codesAt({}, { ...spot, minNotional: "770" })).toEqual(["size-below-minimum"]);
    expect(codesAt({}, { ...BTC, minNotional: "1000" })).toEqual([]);
  });
});
