import type { RealisedVolatility } from "./realised-volatility.ts";
import { RecentValues } from "./recent-values.ts";

/**
 * How the realised volatility of the newest candle ranks: the percentage of the `length` values before it that
 * were lower (the percentile of implied volatility that option desks use, over realised volatility). 0 is the
 * calmest, 100 the wildest. `NaN` while undefined.
 */
export class VolatilityPercentile {
  /** At the newest candle, 0 to 100. */
  current = Number.NaN;
  private readonly volatility: RealisedVolatility;
  private readonly length: number;
  private readonly before: RecentValues;

  constructor(volatility: RealisedVolatility, length = 100) {
    this.volatility = volatility;
    this.length = length;
    this.before = new RecentValues(length);
  }

  /** Expects the volatility to be up to date. */
  update(): void {
    const { before } = this;
    const { current } = this.volatility;
    this.current = Number.NaN;
    if (Number.isNaN(current)) {
      before.clear();
      return;
    }
    if (before.isFull) this.current = (100 * before.countBelow(current)) / this.length;
    before.push(current);
  }
}
