import type { CandleSeries } from "../../candles/candle-series.ts";
import type { CandleView } from "./candle-views.ts";

/** Places of a run's numbers: its low, the open of its first candle and the open time of that. */
const LOW = 0;
const LEVEL = 1;
const TIME = 2;

/**
 * One direction of change in delivery, seen so that the bullish one is written: the bearish one looks at candles
 * that stand upside down. A run starts with a down candle and ends with an up candle. The lowest run waits as the
 * only candidate, also while it still goes on; a lower low of another candle voids it, a close above its first
 * open uses it up. A run that has ended without becoming the candidate never becomes it later.
 */
export class DeliverySide {
  /** First candle of the run that was used up last, and its numbers: `1` its level, `2` its open time. */
  usedIndex = -1;
  readonly used = new Float64Array(3);
  private readonly series: CandleSeries;
  private waits = false;
  private index = -1;
  private readonly candidate = new Float64Array(3);
  private isRunning = false;
  private runIndex = -1;
  private readonly run = new Float64Array(3);

  constructor(series: CandleSeries) {
    this.series = series;
  }

  /** Takes in candles from `from` to `to`, but none after the first that uses up the candidate; gives that or -1. */
  next(view: CandleView, from: number, to: number): number {
    const { opens, lows, closes, mask } = view;
    const { run, candidate } = this;
    for (let at = from; at <= to; at += 1) {
      const open = opens[at & mask] as number;
      const close = closes[at & mask] as number;
      const low = lows[at & mask] as number;
      const goesOn = close < open || (close === open && this.isRunning);
      const continues = goesOn && this.isRunning && this.runIndex === this.index;
      let usesUp = false;
      // A lower low voids the candidate, also when the candle closes above its level.
      if (this.waits && !continues) {
        if (low < (candidate[LOW] as number)) this.waits = false;
        else if (close > (candidate[LEVEL] as number)) usesUp = this.useUp();
      }
      if (!goesOn) this.isRunning = false;
      else {
        if (!this.isRunning) this.begin(at, view);
        else if (low < (run[LOW] as number)) run[LOW] = low;
        if (continues) candidate[LOW] = run[LOW] as number;
        else if (!this.waits || (run[LOW] as number) < (candidate[LOW] as number)) this.nominate();
      }
      if (usesUp) return at;
    }
    return -1;
  }

  private useUp(): true {
    this.waits = false;
    this.usedIndex = this.index;
    copyRun(this.candidate, this.used);
    return true;
  }

  private begin(at: number, { opens, lows, mask }: CandleView): void {
    this.isRunning = true;
    this.runIndex = at;
    this.run[LOW] = lows[at & mask] as number;
    this.run[LEVEL] = opens[at & mask] as number;
    this.run[TIME] = this.series.openTime(at);
  }

  private nominate(): void {
    this.waits = true;
    this.index = this.runIndex;
    copyRun(this.run, this.candidate);
  }
}

function copyRun(from: Float64Array, to: Float64Array): void {
  to[LOW] = from[LOW] as number;
  to[LEVEL] = from[LEVEL] as number;
  to[TIME] = from[TIME] as number;
}
