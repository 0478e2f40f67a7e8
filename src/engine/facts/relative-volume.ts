import type { CandleSeries } from "../candles/candle-series.ts";

/**
 * Relative volume: the volume of the newest candle as a multiple of the mean of the `length` candles before it.
 * 1 is usual, 2 is twice as much. `NaN` while undefined, also when nothing was traded in those candles. Nobody asks
 * at most candles, so nothing is worked out before somebody does.
 */
export class RelativeVolume {
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

  /** At the newest candle. */
  get current(): number {
    const { series, length, newest } = this;
    if (newest < length) return Number.NaN;
    let sum = 0;
    for (let at = newest - length; at < newest; at += 1) sum += series.volume(at);
    return sum > 0 ? series.volume(newest) / (sum / length) : Number.NaN;
  }
}
