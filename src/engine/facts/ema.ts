import type { CandleSeries } from "../candles/candle-series.ts";

/**
 * Exponential moving average of closes: `previous + 2 / (length + 1) * (close - previous)`, started with the
 * mean of the first `length` closes (Roberts, Control Chart Tests Based on Geometric Moving Averages, 1959, with
 * the weight and the start that charting programs use). `NaN` while undefined.
 */
export class ExponentialMovingAverage {
  /** At the newest candle. */
  current = Number.NaN;
  readonly length: number;
  private readonly series: CandleSeries;
  private sum = 0;

  constructor(series: CandleSeries, length: number) {
    this.series = series;
    this.length = length;
  }

  update(index: number): void {
    const { length } = this;
    const close = this.series.close(index);
    if (index >= length) {
      this.current += (2 / (length + 1)) * (close - this.current);
      return;
    }
    this.sum += close;
    if (index === length - 1) this.current = this.sum / length;
  }
}
