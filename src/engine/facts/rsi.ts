import type { CandleSeries } from "../candles/candle-series.ts";

/**
 * Relative strength index after Wilder (New Concepts in Technical Trading Systems, 1978): 100 x U / (U + D),
 * where U and D are the averages of rises and falls from close to close, first the mean of `length` of them,
 * then `((length - 1) * previous + newest) / length`. First known at candle `length`; `NaN` while undefined,
 * also as long as no close has differed from the one before.
 */
export class RelativeStrengthIndex {
  private readonly series: CandleSeries;
  private readonly length: number;
  private rises = 0;
  private falls = 0;
  private isKnown = false;

  constructor(series: CandleSeries, length = 14) {
    this.series = series;
    this.length = length;
  }

  /** At the newest candle. */
  get current(): number {
    return this.isKnown ? (100 * this.rises) / (this.rises + this.falls) : Number.NaN;
  }

  update(index: number): void {
    if (index === 0) return;
    const { length } = this;
    const move = this.series.close(index) - this.series.close(index - 1);
    const rise = Math.max(move, 0);
    const fall = Math.max(-move, 0);
    if (index > length) {
      this.rises = ((length - 1) * this.rises + rise) / length;
      this.falls = ((length - 1) * this.falls + fall) / length;
      return;
    }
    this.rises += rise;
    this.falls += fall;
    if (index < length) return;
    this.rises /= length;
    this.falls /= length;
    this.isKnown = true;
  }
}
