import type { RealisedVolatility } from "./realised-volatility.ts";

/**
 * How the realised volatility of the newest candle ranks: the percentage of the `length` values before it that
 * were lower (the percentile of implied volatility that option desks use, over realised volatility). 0 is the
 * calmest, 100 the wildest. `NaN` while undefined, also while one of those values is.
 */
export class VolatilityPercentile {
  private readonly volatility: RealisedVolatility;
  private readonly length: number;

  constructor(volatility: RealisedVolatility, length = 100) {
    this.volatility = volatility;
    this.length = length;
  }

  /** At the newest candle, 0 to 100. */
  get current(): number {
    const values = this.volatility.latest(this.length + 1);
    const newest = values.at(-1);
    if (newest === undefined || values.length <= this.length) return Number.NaN;
    let lower = 0;
    for (const value of values) {
      if (Number.isNaN(value)) return Number.NaN;
      if (value < newest) lower += 1;
    }
    return (100 * lower) / this.length;
  }
}
