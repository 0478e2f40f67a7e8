import type { CandleSeries } from "../candles/candle-series.ts";

/** True range: the range of a candle, stretched to the close before it. */
export function trueRange(series: CandleSeries, index: number): number {
  const high = series.high(index);
  const low = series.low(index);
  if (index === 0) return high - low;
  const previousClose = series.close(index - 1);
  return Math.max(high - low, Math.abs(high - previousClose), Math.abs(low - previousClose));
}

/**
 * Average true range after Wilder (New Concepts in Technical Trading Systems, 1978): the mean of the first
 * `length` true ranges, then `((length - 1) * previous + trueRange) / length`. `NaN` while undefined, so that
 * every comparison with it is false.
 */
export class AverageTrueRange {
  /** At the newest candle. */
  current = Number.NaN;
  /** At the candle before the newest. */
  previous = Number.NaN;
  private readonly series: CandleSeries;
  private readonly length: number;
  private sum = 0;

  constructor(series: CandleSeries, length = 14) {
    this.series = series;
    this.length = length;
  }

  update(index: number): void {
    const { length } = this;
    const range = trueRange(this.series, index);
    this.previous = this.current;
    if (index >= length) {
      this.current = ((length - 1) * this.previous + range) / length;
      return;
    }
    this.sum += range;
    if (index === length - 1) this.current = this.sum / length;
  }
}
