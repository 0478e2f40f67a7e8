import type { CandleSeries } from "../candles/candle-series.ts";

/**
 * Volume-weighted average price since its last start: the sum of typical price times volume over the sum of
 * volume (Berkowitz, Logue and Noser, The Total Cost of Transactions on the NYSE, 1988), with (H + L + C) / 3
 * as the typical price of a candle. `NaN` until something is traded.
 */
export class VolumeWeightedAveragePrice {
  private readonly series: CandleSeries;
  private traded = 0;
  private volume = 0;

  constructor(series: CandleSeries) {
    this.series = series;
  }

  get current(): number {
    return this.volume > 0 ? this.traded / this.volume : Number.NaN;
  }

  /** Forgets what was traded; the next candle is the first. */
  start(): void {
    this.traded = 0;
    this.volume = 0;
  }

  update(index: number): void {
    const { series } = this;
    const volume = series.volume(index);
    this.traded += ((series.high(index) + series.low(index) + series.close(index)) / 3) * volume;
    this.volume += volume;
  }
}
