import type { SignalChartInput } from "../../src/charts/chart-input.ts";
import type { Candle } from "../../src/engine/candles/candle.ts";
import type { Detection, DetectionKind } from "../../src/engine/detect/detection.ts";
import type { Signal } from "../../src/engine/signal.ts";
import type { Trade } from "../../src/engine/trade/trade.ts";

export const MINUTE_MS = 60_000;
/** Monday 2026-03-02 12:00 UTC. */
export const START_MS = Date.UTC(2026, 2, 2, 12);

/** One-minute candles between 100 and 110 that rise and fall every ten minutes. */
export function someCandles(count: number): Candle[] {
  return Array.from({ length: count }, (_, at) => {
    const base = 100 + Math.abs((at % 20) - 10);
    const up = at % 20 >= 10;
    return {
      openTime: START_MS + at * MINUTE_MS,
      open: base,
      high: base + 1.5,
      low: base - 0.5,
      close: up ? base + 1 : base - 0.25,
      volume: 10 + at,
    };
  });
}

export function chartInput(over: Partial<SignalChartInput> = {}): SignalChartInput {
  return {
    symbol: "BTC/USDT",
    timeframe: "1m",
    candles: someCandles(100),
    detections: [],
    windows: [],
    theme: "dark",
    timeZone: "UTC",
    priceTick: "0.01",
    ...over,
  };
}

/** A detection at candle `at`, known `late` candles later. */
export function detection(
  kind: DetectionKind,
  at: number,
  over: Partial<Detection> = {},
  late = 0,
): Detection {
  return {
    kind,
    event: "detected",
    id: `${kind}:${at}`,
    index: at,
    knownIndex: at + late,
    openTime: START_MS + at * MINUTE_MS,
    knownAt: START_MS + (at + late + 1) * MINUTE_MS,
    ...over,
  };
}

/** Long from the close of candle 99. */
export function longSignal(over: Partial<Signal> = {}): Signal {
  return {
    id: "signal-1",
    symbol: "BTC/USDT",
    timeframe: "1m",
    strategy: "order-block-touch",
    direction: "long",
    knownAt: START_MS + 100 * MINUTE_MS,
    expiresAt: START_MS + 160 * MINUTE_MS,
    entryType: "market",
    entry: 105,
    stop: 103,
    targets: [108, 110],
    score: 70,
    grade: "B",
    parts: [],
    reasons: [],
    evidence: [],
    features: {},
    ...over,
  };
}

export function openTrade(over: Partial<Trade> = {}): Trade {
  const signal = longSignal({ knownAt: START_MS + 50 * MINUTE_MS });
  return {
    id: "trade-1",
    version: 4,
    state: "open",
    signal,
    plan: {
      symbol: signal.symbol,
      direction: "long",
      entryType: "market",
      entry: "105",
      stop: "103",
      targets: ["108", "110"],
      quantity: "1",
      notional: "105",
      riskMoney: "2",
      riskPercent: 1,
    },
    settingsVersion: 1,
    createdAt: signal.knownAt,
    updatedAt: signal.knownAt + MINUTE_MS,
    expiresAt: signal.expiresAt,
    orders: [],
    fillIds: [],
    entryQuantity: "1",
    entryPrice: "105.10",
    exitQuantity: "0",
    fees: "0.04",
    protectedAt: "103",
    ...over,
  };
}
