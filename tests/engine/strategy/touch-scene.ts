import { CandleSeries } from "../../../src/engine/candles/candle-series.ts";
import type { Detection } from "../../../src/engine/detect/detection.ts";
import { settingsSchema } from "../../../src/engine/settings/settings.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import type { TimeframeView } from "../../../src/engine/strategy/contract.ts";
import { createStrategies, type StrategySettings } from "../../../src/engine/strategy/registry.ts";

export const MINUTES_15 = 900_000;
export const OPEN_TIME = Date.UTC(2026, 2, 3, 13, 45);
export const CLOSE_TIME = OPEN_TIME + MINUTES_15;

/** Five candles; the newest went from 102 down to 100.5 and closed at 101. */
function series(close = 101): CandleSeries {
  const candles = new CandleSeries({ timeframe: "15m" });
  for (let back = 4; back > 0; back -= 1)
    candles.append(OPEN_TIME - back * MINUTES_15, 103, 104, 102, 103, 1);
  candles.append(OPEN_TIME, 102, 102.5, 100.5, close, 1);
  return candles;
}

export function block(changes: Partial<Detection> = {}): Detection {
  return {
    kind: "order-block",
    event: "touched",
    id: "ob-1",
    bias: "bullish",
    index: 1,
    knownIndex: 4,
    openTime: OPEN_TIME - 3 * MINUTES_15,
    knownAt: CLOSE_TIME,
    top: 101.2,
    bottom: 100,
    number: 1,
    depthPercent: 58.33,
    ...changes,
  };
}

export function bornBlock(changes: Partial<Detection> = {}): Detection {
  const { number: _number, depthPercent: _depth, ...born } = block({ event: "detected", knownIndex: 2 });
  return { ...born, origins: ["strong-candle"], ...changes };
}

export function gap(changes: Partial<Detection> = {}): Detection {
  return { ...bornBlock(), kind: "fair-value-gap", id: "gap-1", top: 101.5, bottom: 101, ...changes };
}

export interface Scene {
  readonly fresh?: readonly Detection[];
  readonly zones?: readonly Detection[];
  readonly close?: number;
  readonly session?: string;
  readonly atr?: number;
  readonly recent?: readonly Detection[];
  readonly higher?: readonly Detection[];
  readonly relativeVolume?: number;
}

function viewOf(scene: Scene): TimeframeView {
  const { fresh = [block()], zones = [bornBlock()], close, session, atr, recent = [], higher } = scene;
  const { relativeVolume } = scene;
  return {
    symbol: "BTC/USDT",
    series: series(close),
    fresh: (...kinds) => fresh.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)),
    zones: (kind) => zones.filter((zone) => zone.kind === kind),
    atr,
    session,
    recent: (kind, layer) => recent.filter((one) => one.kind === kind && one.layer === layer),
    timeframe: (timeframe) => (timeframe === "1h" && higher ? viewOf({ recent: higher }) : undefined),
    facts: {
      relativeVolume,
      ema: () => undefined,
      rsi: undefined,
      realisedVolatilityPercent: undefined,
      volatilityPercentile: undefined,
      dayVwap: undefined,
      sessionVwap: () => undefined,
    },
  };
}

function event(kind: Detection["kind"], changes: Partial<Detection>): Detection {
  const times = { openTime: OPEN_TIME - MINUTES_15, knownAt: OPEN_TIME };
  return { kind, event: "detected", id: kind, index: 3, knownIndex: 3, ...times, ...changes };
}

/** Everything that can speak for a long. */
export const everything: Scene = {
  zones: [bornBlock(), gap(), event("dealing-range", { top: 105, bottom: 99 })],
  recent: [
    event("liquidity-sweep", {
      bias: "bullish",
      side: "low",
      source: "session",
      name: "asian",
      level: 101.8,
    }),
    event("displacement", { bias: "bullish" }),
  ],
  higher: [event("market-structure", { event: "choch", bias: "bullish", level: 102.7, layer: "internal" })],
  session: "asian",
  relativeVolume: 1.2,
};

export function evaluate(
  scene: Scene,
  changes: Partial<StrategySettings["orderBlockTouch"]> = {},
): readonly Signal[] {
  const { signals, strategies } = settingsSchema.parse({ strategies: { orderBlockTouch: changes } });
  return createStrategies({ signals, strategies }).flatMap((strategy) => strategy.evaluate(viewOf(scene)));
}
