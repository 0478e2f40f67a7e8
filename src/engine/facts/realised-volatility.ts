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
  latest(count: number): Float64Array {
    const { length, newest } = this;
    const first = Math.max(0, newest - count + 1);
    const squares = this.squares(first - length + 1);
    const values = new Float64Array(newest - first + 1);
    for (let at = 0; at < values.length; at += 1) {
      values[at] = first + at < length ? Number.NaN : 100 * Math.sqrt(meanOf(squares, at, at + length));
    }
    return values;
  }

  /** Squared returns of the candles from `first` to the newest; what lies before the second candle is `NaN`. */
  private squares(first: number): Float64Array {
    const { series, newest } = this;
    const squares = new Float64Array(newest - first + 1);
    for (let at = 0; at < squares.length; at += 1) {
      const index = first + at;
      const close = index < 1 ? Number.NaN : series.close(index);
      const before = index < 1 ? Number.NaN : series.close(index - 1);
      const change = close > 0 && before > 0 ? Math.log(close / before) : Number.NaN;
      squares[at] = change * change;
    }
    return squares;
  }
}

/** Added up anew each time: a running sum would carry the rounding of every value that it ever held. */
function meanOf(values: Float64Array, from: number, until: number): number {
  let sum = 0;
  for (let at = from; at < until; at += 1) sum += values[at] as number;
  return sum / (until - from);
}
