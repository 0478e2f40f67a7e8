import type { CandleSeries } from "../candles/candle-series.ts";

/** Highest and lowest price of some candles and where they stand, the first on ties. */
export interface Extremes {
  high: number;
  highIndex: number;
  highTime: number;
  low: number;
  lowIndex: number;
  lowTime: number;
}

export function noExtremes(): Extremes {
  const high = Number.NEGATIVE_INFINITY;
  const low = Number.POSITIVE_INFINITY;
  return { high, highIndex: -1, highTime: Number.NaN, low, lowIndex: -1, lowTime: Number.NaN };
}

/** Takes in the candles `from` to `to`, which are later. */
export function widenExtremes(extremes: Extremes, series: CandleSeries, from: number, to: number): void {
  const { highs, lows, mask } = series;
  let { high, low, highIndex, lowIndex } = extremes;
  for (let index = from; index <= to; index += 1) {
    if ((highs[index & mask] as number) > high) {
      high = highs[index & mask] as number;
      highIndex = index;
    }
    if ((lows[index & mask] as number) < low) {
      low = lows[index & mask] as number;
      lowIndex = index;
    }
  }
  if (highIndex !== extremes.highIndex) setHigh(extremes, high, highIndex, series.openTime(highIndex));
  if (lowIndex !== extremes.lowIndex) setLow(extremes, low, lowIndex, series.openTime(lowIndex));
}

/** Takes in candles that are later, by their own extremes. */
export function includeExtremes(extremes: Extremes, later: Extremes): void {
  if (later.high > extremes.high) setHigh(extremes, later.high, later.highIndex, later.highTime);
  if (later.low < extremes.low) setLow(extremes, later.low, later.lowIndex, later.lowTime);
}

function setHigh(extremes: Extremes, high: number, index: number, time: number): void {
  extremes.high = high;
  extremes.highIndex = index;
  extremes.highTime = time;
}

function setLow(extremes: Extremes, low: number, index: number, time: number): void {
  extremes.low = low;
  extremes.lowIndex = index;
  extremes.lowTime = time;
}
