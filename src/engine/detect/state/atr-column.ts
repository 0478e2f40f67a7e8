import type { CandleSeries } from "../../candles/candle-series.ts";
import { AverageTrueRange } from "../../facts/atr.ts";
import { ringLength } from "./stretch.ts";

/** ATR(14) at the candles of the newest stretch and at the one before; `NaN` while undefined. */
export class AtrColumn {
  private readonly average: AverageTrueRange;
  private readonly values: Float64Array;
  private readonly mask: number;

  constructor(series: CandleSeries, stretch: number) {
    this.average = new AverageTrueRange(series);
    this.values = new Float64Array(ringLength(stretch, 1)).fill(Number.NaN);
    this.mask = this.values.length - 1;
  }

  take(from: number, to: number): void {
    const { average, values, mask } = this;
    for (let index = from; index <= to; index += 1) {
      average.update(index);
      values[index & mask] = average.current;
    }
  }

  at(index: number): number {
    return this.values[index & this.mask] as number;
  }

  /** At the newest candle. */
  get current(): number {
    return this.average.current;
  }
}
