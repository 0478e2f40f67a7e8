import type { CandleSeries } from "../../candles/candle-series.ts";

/** The change of delivery that the newest candle made; `price` is the level that it closed beyond. */
export interface Delivery {
  readonly index: number;
  readonly openTime: number;
  readonly price: number;
}

/**
 * One direction of change in delivery, seen so that the bullish one is written: prices of the bearish one come in
 * negated. A run starts with a down candle and ends with an up candle. The lowest run waits as the only candidate,
 * also while it still goes on; a lower low of another candle voids it, a close above its first open uses it up. A
 * run that has ended without becoming the candidate never becomes it later.
 */
export class DeliverySide {
  /** What the newest candle used up. */
  newest: Delivery | undefined;
  private readonly series: CandleSeries;
  private readonly sign: 1 | -1;
  private isRunning = false;
  private runIndex = -1;
  private runTime = Number.NaN;
  private runLow = Number.NaN;
  private runLevel = Number.NaN;
  private waits = false;
  private index = -1;
  private openTime = Number.NaN;
  private low = Number.NaN;
  private level = Number.NaN;

  constructor(series: CandleSeries, sign: 1 | -1) {
    this.series = series;
    this.sign = sign;
  }

  update(index: number, open: number, low: number, close: number): void {
    const goesOn = close < open || (close === open && this.isRunning);
    const continues = goesOn && this.isRunning && this.runIndex === this.index;
    if (this.newest !== undefined) this.newest = undefined;
    if (this.waits && !continues) this.test(low, close);
    if (goesOn) this.run(index, open, low, continues);
    else this.isRunning = false;
  }

  /** A lower low voids the candidate, also when the same candle closes above its level. */
  private test(low: number, close: number): void {
    if (low < this.low) {
      this.waits = false;
    } else if (close > this.level) {
      this.newest = { index: this.index, openTime: this.openTime, price: this.sign * this.level };
      this.waits = false;
    }
  }

  private run(index: number, open: number, low: number, continues: boolean): void {
    if (!this.isRunning) {
      this.isRunning = true;
      this.runIndex = index;
      this.runTime = this.series.openTime(index);
      this.runLow = low;
      this.runLevel = open;
    } else if (low < this.runLow) this.runLow = low;
    if (continues || !this.waits || this.runLow < this.low) this.nominate();
  }

  private nominate(): void {
    this.waits = true;
    this.index = this.runIndex;
    this.openTime = this.runTime;
    this.low = this.runLow;
    this.level = this.runLevel;
  }
}

/** Changes in the state of delivery (CISD) of both directions, as of the newest candle. */
export class Deliveries {
  readonly bullish: DeliverySide;
  readonly bearish: DeliverySide;
  private readonly series: CandleSeries;

  constructor(series: CandleSeries) {
    this.series = series;
    this.bullish = new DeliverySide(series, 1);
    this.bearish = new DeliverySide(series, -1);
  }

  update(index: number): void {
    const { series } = this;
    const open = series.open(index);
    const close = series.close(index);
    this.bullish.update(index, open, series.low(index), close);
    this.bearish.update(index, -open, -series.high(index), -close);
  }
}
