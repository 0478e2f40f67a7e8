import type { CandleSeries } from "../../candles/candle-series.ts";
import type { CandleView } from "./candle-views.ts";

/**
 * One direction of change in delivery, seen so that the bullish one is written: the bearish one looks at candles
 * that stand upside down. A run starts with a down candle and ends with an up candle. The lowest run waits as the
 * only candidate, also while it still goes on; a lower low of another candle voids it, a close above its first
 * open uses it up. A run that has ended without becoming the candidate never becomes it later.
 */
export class DeliverySide {
  /** First candle, its open time and the level of the run that was used up last. */
  usedIndex = -1;
  usedTime = Number.NaN;
  usedLevel = Number.NaN;
  private readonly series: CandleSeries;
  private waits = false;
  private index = -1;
  private time = Number.NaN;
  private low = Number.NaN;
  private level = Number.NaN;
  private isRunning = false;
  private runIndex = -1;
  private runTime = Number.NaN;
  private runLow = Number.NaN;
  private runLevel = Number.NaN;

  constructor(series: CandleSeries) {
    this.series = series;
  }

  /** Takes in candles from `from` to `to`, but none after the first that uses up the candidate; gives that or -1. */
  next({ opens, lows, closes, mask }: CandleView, from: number, to: number): number {
    let { waits, index, time, low, level, isRunning, runIndex, runTime, runLow, runLevel } = this;
    let used = -1;
    for (let at = from; at <= to && used < 0; at += 1) {
      const open = opens[at & mask] as number;
      const close = closes[at & mask] as number;
      const candleLow = lows[at & mask] as number;
      const goesOn = close < open || (close === open && isRunning);
      const continues = goesOn && isRunning && runIndex === index;
      if (waits && !continues) {
        // A lower low voids the candidate, also when the candle closes above its level.
        if (candleLow < low) waits = false;
        else if (close > level) {
          waits = false;
          used = at;
          this.usedIndex = index;
          this.usedTime = time;
          this.usedLevel = level;
        }
      }
      if (!goesOn) {
        isRunning = false;
        continue;
      }
      if (!isRunning) {
        isRunning = true;
        runIndex = at;
        runTime = this.series.openTime(at);
        runLow = candleLow;
        runLevel = open;
      } else if (candleLow < runLow) runLow = candleLow;
      if (continues || !waits || runLow < low) {
        waits = true;
        index = runIndex;
        time = runTime;
        low = runLow;
        level = runLevel;
      }
    }
    this.waits = waits;
    this.index = index;
    this.time = time;
    this.low = low;
    this.level = level;
    this.isRunning = isRunning;
    this.runIndex = runIndex;
    this.runTime = runTime;
    this.runLow = runLow;
    this.runLevel = runLevel;
    return used;
  }
}
