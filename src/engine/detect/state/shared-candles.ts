import { CandleSeries } from "../../candles/candle-series.ts";

/**
 * Two series reduced to the open times that both have, as of the newest candle of the first. Of the second one
 * only candles up to that open time are ever read, however many it holds.
 */
export class SharedCandles {
  readonly own: CandleSeries;
  readonly other: CandleSeries;
  private readonly ownSource: CandleSeries;
  private readonly otherSource: CandleSeries;
  private readonly indices: Int32Array;
  private cursor = 0;

  /** `keep`: how many shared candles stay readable. */
  constructor(own: CandleSeries, other: CandleSeries, keep: number) {
    this.ownSource = own;
    this.otherSource = other;
    this.own = new CandleSeries({ timeframe: own.timeframe, keep });
    this.other = new CandleSeries({ timeframe: own.timeframe, keep });
    this.indices = new Int32Array(keep);
  }

  /** Whether the candle `index` of the first series, its newest, has a partner; if so both are taken in. */
  update(index: number): boolean {
    const { ownSource, otherSource } = this;
    const openTime = ownSource.openTime(index);
    this.cursor = Math.max(this.cursor, otherSource.firstIndex);
    while (this.cursor < otherSource.length && otherSource.openTime(this.cursor) < openTime) this.cursor += 1;
    if (this.cursor >= otherSource.length || otherSource.openTime(this.cursor) !== openTime) return false;
    this.indices[this.own.length % this.indices.length] = index;
    this.own.push(ownSource.candle(index));
    this.other.push(otherSource.candle(this.cursor));
    return true;
  }

  /** Index in the first series of a shared candle that is still readable. */
  ownIndex(shared: number): number {
    return this.indices[shared % this.indices.length] as number;
  }
}
