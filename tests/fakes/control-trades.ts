import type { Signal } from "../../src/engine/signal.ts";
import type { Trade, TradePlan } from "../../src/engine/trade/trade.ts";

/** 2026-03-10 13:45 UTC, 09:45 in New York (summer time there, winter time in Europe). */
export const NOW = Date.UTC(2026, 2, 10, 13, 45);

export const ANN = { userId: "telegram:1001", name: "@ann" } as const;
export const BOB = { userId: "telegram:1002", name: "@bob" } as const;

export function sampleSignal(patch: Partial<Signal> = {}): Signal {
  return {
    id: "BTC/USDT 15m order-block-touch long 1773150300000",
    symbol: "BTC/USDT",
    timeframe: "15m",
    strategy: "order-block-touch",
    direction: "long",
    knownAt: NOW,
    expiresAt: NOW + 3 * 3_600_000,
    entryType: "market",
    entry: 61_240,
    stop: 60_900,
    targets: [61_852.4],
    score: 78,
    grade: "A",
    parts: [],
    reasons: [
      { key: "reason-order-block-touch", args: { top: 61_300, bottom: 61_180.5, timeframe: "15m" } },
      { key: "reason-gap-overlap", args: { top: 61_320, bottom: 61_250, percent: 0.11 } },
      { key: "reason-bias", args: { bias: "bullish" } },
      { key: "reason-kill-zone", args: { name: "new-york-am" } },
    ],
    evidence: [],
    session: "new-york-am",
    features: {},
    ...patch,
  };
}

export const SAMPLE_PLAN: TradePlan = {
  symbol: "BTC/USDT",
  direction: "long",
  entryType: "market",
  entry: "61240.0",
  stop: "60900.0",
  targets: ["61852.4"],
  quantity: "0.016",
  notional: "979.84",
  riskMoney: "5.44",
  riskPercent: 0.054,
};

/** A proposed trade, or what `patch` makes of it. */
export function sampleTrade(patch: Partial<Trade> = {}): Trade {
  return {
    id: "t1",
    version: 1,
    state: "proposed",
    signal: sampleSignal(),
    plan: SAMPLE_PLAN,
    settingsVersion: 0,
    createdAt: NOW,
    updatedAt: NOW,
    expiresAt: NOW + 3 * 3_600_000,
    orders: [],
    fillIds: [],
    entryQuantity: "0",
    exitQuantity: "0",
    fees: "0",
    ...patch,
  };
}

export const APPROVAL = { by: ANN, at: NOW + 60_000, sizeFactor: 1 } as const;

/** The trade after it was approved at full size, filled and protected. */
export function openTrade(patch: Partial<Trade> = {}): Trade {
  return sampleTrade({
    version: 5,
    state: "open",
    approval: APPROVAL,
    orders: [{ leg: "entry", clientOrderId: "c1", quantity: "0.016", status: "filled" }],
    fillIds: ["f1"],
    entryQuantity: "0.016",
    entryPrice: "61241.5",
    protectedAt: "60900.0",
    ...patch,
  });
}
