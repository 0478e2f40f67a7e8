import { aggregateCandles } from "../engine/candles/aggregate.ts";
import type { Candle } from "../engine/candles/candle.ts";
import { bucketOpenTime, type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";

export interface CandleQuery {
  readonly timeframe: Timeframe;
  readonly sinceMs: number;
  readonly limit: number;
  /** Candles that close later than this are not closed yet. */
  readonly nowMs: number;
}

/**
 * Answers `MarketData.history` from base candles in rising order. Timeframes that whole base candles do not
 * fill give no candles.
 */
export function closedCandles(
  base: readonly Candle[],
  baseTimeframe: Timeframe,
  query: CandleQuery,
): Candle[] {
  const { timeframe, sinceMs, limit, nowMs } = query;
  const baseMs = timeframeMs(baseTimeframe);
  if (timeframeMs(timeframe) % baseMs !== 0) return [];
  const from = firstAtOrAfter(base, bucketOpenTime(sinceMs, timeframe));
  const until = firstAtOrAfter(base, nowMs - baseMs + 1);
  const known = base.slice(from, until);
  const candles = timeframe === baseTimeframe ? known : aggregateCandles(known, baseTimeframe, timeframe);
  return candles.filter((candle) => candle.openTime >= sinceMs).slice(0, limit);
}

/** Index of the first candle that opens at or after `timeMs`; the length when none does. */
export function firstAtOrAfter(candles: readonly Candle[], timeMs: number): number {
  let low = 0;
  let high = candles.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const openTime = candles[middle]?.openTime ?? Number.POSITIVE_INFINITY;
    if (openTime < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
