import type { CandleSeries } from "../../candles/candle-series.ts";
import type { Bias } from "../../detect/detection.ts";
import type { PriceSpan } from "../../model/dealing.ts";
import type { Direction } from "../../signal.ts";

/** 1 for longs, -1 for shorts: `sign * price` rises in the direction of the trade. */
export type Sign = 1 | -1;

/** One direction of a setup, so that each rule is written once for both. */
export interface TradeSide {
  readonly direction: Direction;
  readonly bias: Bias;
  readonly sign: Sign;
}

export const LONG: TradeSide = { direction: "long", bias: "bullish", sign: 1 };
export const SHORT: TradeSide = { direction: "short", bias: "bearish", sign: -1 };
export const SIDES: readonly TradeSide[] = [LONG, SHORT];

/** The edge that price meets first when it comes back: the top of a zone for a long. */
export function nearEdge({ top, bottom }: PriceSpan, { sign }: TradeSide): number {
  return sign > 0 ? top : bottom;
}

export function farEdge({ top, bottom }: PriceSpan, { sign }: TradeSide): number {
  return sign > 0 ? bottom : top;
}

/** True when `one` lies further in the direction of the trade than `other`. */
export function isAhead(one: number, other: number, { sign }: TradeSide): boolean {
  return sign * one > sign * other;
}

/** Low of a candle for a long, its high for a short. */
export function adverse(series: CandleSeries, index: number, { sign }: TradeSide): number {
  return sign > 0 ? series.low(index) : series.high(index);
}

/** High of a candle for a long, its low for a short. */
export function favourable(series: CandleSeries, index: number, { sign }: TradeSide): number {
  return sign > 0 ? series.high(index) : series.low(index);
}

/** Lowest low (long) or highest high (short) of the candles `from..to`; only what the series still holds. */
export function worstPrice(series: CandleSeries, from: number, to: number, side: TradeSide): number {
  let worst = adverse(series, to, side);
  for (let at = to - 1; at >= Math.max(from, series.firstIndex); at -= 1) {
    const price = adverse(series, at, side);
    if (isAhead(worst, price, side)) worst = price;
  }
  return worst;
}

/** Highest high (long) or lowest low (short) of the candles `from..to`; only what the series still holds. */
export function bestPrice(series: CandleSeries, from: number, to: number, side: TradeSide): number {
  let best = favourable(series, to, side);
  for (let at = to - 1; at >= Math.max(from, series.firstIndex); at -= 1) {
    const price = favourable(series, at, side);
    if (isAhead(price, best, side)) best = price;
  }
  return best;
}
