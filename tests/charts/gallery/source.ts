import type { ChartWindow } from "../../../src/charts/chart-input.ts";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import type { Detection } from "../../../src/engine/detect/detection.ts";
import type { Signal } from "../../../src/engine/signal.ts";

/** A signal and how it ended, counted from its entry to its stop or its first target. */
export interface PlayedSignal {
  readonly signal: Signal;
  readonly closedAt: number;
  readonly r: number;
}

/** One market on one timeframe. */
export interface SourceMarket {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly priceTick: string;
  readonly candles: readonly Candle[];
  readonly detections: readonly Detection[];
  readonly windows: readonly ChartWindow[];
}

/** Everything the pictures of a gallery are made of. */
export interface Source {
  /** The market that signals are shown on, and the same on a larger timeframe. */
  readonly market: SourceMarket;
  readonly larger: SourceMarket;
  /** The signal that is shown and the number of the candle up to which it is shown as an open position. */
  readonly signal: Signal;
  readonly openUntil: number;
  readonly played: readonly PlayedSignal[];
  readonly scanned: readonly { readonly market: SourceMarket; readonly signal: Signal }[];
}

/** The outcome in the candles after it; unset while neither side was reached. The stop counts first. */
export function play(
  signal: Signal,
  candles: readonly Candle[],
  timeframe: Timeframe,
): PlayedSignal | undefined {
  const target = signal.targets[0] ?? signal.entry;
  const long = signal.direction === "long";
  const risk = Math.abs(signal.entry - signal.stop);
  let entered = signal.entryType === "market";
  for (const { openTime, low, high } of candles) {
    if (openTime < signal.knownAt) continue;
    entered ||= low <= signal.entry && signal.entry <= high;
    if (!entered && openTime >= signal.expiresAt) return undefined;
    if (!entered) continue;
    const closedAt = openTime + timeframeMs(timeframe);
    if (long ? low <= signal.stop : high >= signal.stop) return { signal, closedAt, r: -1 };
    if (long ? high >= target : low <= target)
      return { signal, closedAt, r: Math.abs(target - signal.entry) / risk };
  }
  return undefined;
}
