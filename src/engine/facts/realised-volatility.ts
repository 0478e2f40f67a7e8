import type { CandleSeries } from "../candles/candle-series.ts";
import { RecentValues } from "./recent-values.ts";

/**
 * Realised volatility of one candle in percent: 100 times the root of the mean square of the last `length`
 * logarithmic returns from close to close (Andersen and Bollerslev, Answering the Skeptics, 1998), the mean
 * return taken as zero. Not made yearly, because markets differ in the hours that they trade. `NaN` while
 * undefined, also while one of those closes is not positive.
 */
export class RealisedVolatility {
  /** At the newest candle, in percent. */
  current = Number.NaN;
  private readonly series: CandleSeries;
  private readonly squares: RecentValues;

  constructor(series: CandleSeries, length = 20) {
    this.series = series;
    this.squares = new RecentValues(length);
  }

  update(index: number): void {
    if (index === 0) return;
    const close = this.series.close(index);
    const before = this.series.close(index - 1);
    const change = close > 0 && before > 0 ? Math.log(close / before) : Number.NaN;
    this.squares.push(change * change);
    if (this.squares.isFull) this.current = 100 * Math.sqrt(this.squares.mean);
  }
}
