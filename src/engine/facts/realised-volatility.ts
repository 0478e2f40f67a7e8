import type { CandleSeries } from "../candles/candle-series.ts";

/**
 * Realised volatility of one candle in percent: 100 times the root of the mean square of the last `length`
 * logarithmic returns from close to close (Andersen and Bollerslev, Answering the Skeptics, 1998), the mean
 * return taken as zero. Not made yearly, because markets differ in the hours that they trade. `NaN` while
 * undefined, also while one of those closes is not positive. Nothing is worked out before somebody asks.
 */
export class RealisedVolatility {
  private readonly series: CandleSeries;
  private readonly length: number;
  private newest = -1;

  constructor(series: CandleSeries, length = 20) {
    this.series = series;
    this.length = length;
  }

  update(index: number): void {
    this.newest = index;
  }

  /** At the newest candle, in percent. */
  get current(): number {
    return this.latest(1)[0] ?? Number.NaN;
  }

  /** Of the newest `count` candles, oldest first; fewer when there are not so many. */
  latest(count: number): readonly number[] {
    const { length, newest } = this;
    const first = Math.max(0, newest - count + 1);
    const squares = this.squares(first - length + 1);
    return Array.from({ length: newest - first + 1 }, (_, at) => {
      if (first + at < length) return Number.NaN;
      return 100 * Math.sqrt(meanOf(squares, at, at + length));
    });
  }

  /** Squared returns of the candles from `first` to the newest; what lies before the second candle is `NaN`. */
  private squares(first: number): Float64Array {
    const { series, newest } = this;
    return Float64Array.from({ length: newest - first + 1 }, (_, at) => {
      const index = first + at;
      if (index < 1) return Number.NaN;
      const close = series.close(index);
      const before = series.close(index - 1);
      const change = close > 0 && before > 0 ? Math.log(close / before) : Number.NaN;
      return change * change;
    });
  }
}

/** Added up anew each time: a running sum would carry the rounding of every value that it ever held. */
function meanOf(values: Float64Array, from: number, until: number): number {
  let sum = 0;
  for (let at = from; at < until; at += 1) sum += values[at] as number;
  return sum / (until - from);
}
