import type { Candle } from "../../../src/engine/candles/candle.ts";
import { CandleSeries } from "../../../src/engine/candles/candle-series.ts";
import { FACTS_REACH } from "../../../src/engine/facts/technical-facts.ts";

export interface UpdatedFact {
  readonly current: number;
  update(index: number): void;
}

/** What a fact says at each candle. The series is bounded, as tightly as facts allow. */
export function valuesOf(
  candles: readonly Candle[],
  create: (series: CandleSeries) => UpdatedFact,
): number[] {
  const series = new CandleSeries({ timeframe: "15m", keep: FACTS_REACH });
  const fact = create(series);
  return candles.map((candle, index) => {
    series.push(candle);
    fact.update(index);
    return fact.current;
  });
}

export function withCloses(closes: readonly number[]): Candle[] {
  return closes.map((close, at) => {
    return { openTime: at * 900_000, open: close, high: close, low: close, close, volume: 1 };
  });
}

export function withVolumes(volumes: readonly number[]): Candle[] {
  return volumes.map((volume, at) => {
    return { openTime: at * 900_000, open: 1, high: 1, low: 1, close: 1, volume };
  });
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The largest relative difference of two lists of the same length that are undefined at the same places. */
export function largestDifference(found: readonly number[], expected: readonly number[]): number {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...found.map((value, at) => {
      const wanted = expected[at] ?? Number.NaN;
      if (Number.isNaN(value) || Number.isNaN(wanted)) {
        return Number.isNaN(value) === Number.isNaN(wanted) ? 0 : Number.POSITIVE_INFINITY;
      }
      return Math.abs(value - wanted) / Math.max(1e-12, Math.abs(wanted));
    }),
  );
}
