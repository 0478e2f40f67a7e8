import type { CandleSeries } from "../candles/candle-series.ts";
import { RecentValues } from "./recent-values.ts";

/**
 * Relative volume: the volume of the newest candle as a multiple of the mean of the `length` candles before it.
 * 1 is usual, 2 is twice as much. `NaN` while undefined, also when nothing was traded in those candles.
 */
export class RelativeVolume {
  /** At the newest candle. */
  current = Number.NaN;
  private readonly series: CandleSeries;
  private readonly before: RecentValues;

  constructor(series: CandleSeries, length = 20) {
    this.series = series;
    this.before = new RecentValues(length);
  }

  update(index: number): void {
    const { before } = this;
    const volume = this.series.volume(index);
    const usual = before.isFull ? before.mean : Number.NaN;
    this.current = usual > 0 ? volume / usual : Number.NaN;
    before.push(volume);
  }
}
