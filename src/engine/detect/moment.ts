import type { CandleSeries } from "../candles/candle-series.ts";
import { timeframeMs } from "../candles/timeframe.ts";
import type { Bias, Detection, Side } from "./detection.ts";
import type { EventRow } from "./event-order.ts";

/** Where an event is drawn and when it is known, as candle numbers and as times. */
export type Moment = Pick<Detection, "index" | "knownIndex" | "openTime" | "knownAt">;

/**
 * The open times of both candles are for things that may be older than the candles a bounded series still holds.
 */
export function momentOf(
  series: CandleSeries,
  row: EventRow,
  openTime = series.openTime(row.index),
  knownOpenTime = series.openTime(row.knownIndex),
): Moment {
  const { index, knownIndex } = row;
  return { index, knownIndex, openTime, knownAt: knownOpenTime + timeframeMs(series.timeframe) };
}

export function biasOf(tag: number): Bias {
  return (tag & 1) === 0 ? "bullish" : "bearish";
}

export function sideOf(tag: number): Side {
  return (tag & 1) === 0 ? "high" : "low";
}

/** Rounded to two decimals, as percentages are reported. */
export function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
