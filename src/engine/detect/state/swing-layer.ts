import type { CandleSeries } from "../../candles/candle-series.ts";
import { NEVER } from "./stretch.ts";

/**
 * Swings of one side of a layer that the newest stretch of candles confirmed, oldest first: when each was known,
 * its candle, price and open time, which may be older than the candles a series holds.
 */
export class ConfirmedSwings {
  length = 0;
  /** Of the newest swing, also when an earlier stretch confirmed it; `NaN` while there is none. */
  newestPrice = Number.NaN;
  readonly known: number[] = [];
  readonly index: number[] = [];
  readonly price: number[] = [];
  readonly openTime: number[] = [];

  /** Adds the high (side 0) or low (1) of candle `index`. */
  add(series: CandleSeries, side: 0 | 1, index: number, known: number): void {
    const { length } = this;
    this.known[length] = known;
    this.index[length] = index;
    this.newestPrice = side === 0 ? series.high(index) : series.low(index);
    this.price[length] = this.newestPrice;
    this.openTime[length] = series.openTime(index);
    this.length = length + 1;
  }

  /** Adds a swing that a narrower layer has confirmed before. */
  promote(known: number, index: number, price: number, openTime: number): void {
    const { length } = this;
    this.known[length] = known;
    this.index[length] = index;
    this.newestPrice = price;
    this.price[length] = price;
    this.openTime[length] = openTime;
    this.length = length + 1;
  }

  /** Candle at which the swing at `position` was known; no candle ever after the last. */
  knownAt(position: number): number {
    return position < this.length ? (this.known[position] as number) : NEVER;
  }
}

/** One layer of swings as of the newest stretch. */
export class SwingLayer {
  readonly name: string;
  /** Highs, then lows. */
  readonly confirmed: readonly [ConfirmedSwings, ConfirmedSwings] = [
    new ConfirmedSwings(),
    new ConfirmedSwings(),
  ];

  constructor(name: string) {
    this.name = name;
  }
}
