import type { Candle } from "./candle.ts";
import { bucketOpenTime, TIMEFRAMES, type Timeframe, timeframeMs } from "./timeframe.ts";

type Forming = { -readonly [Column in keyof Candle]: Candle[Column] };

/**
 * Makes candles of a longer timeframe out of closed base candles, one at a time.
 *
 * A candle is closed as soon as the last base candle of its bucket is in, or else when a base candle of a later
 * bucket arrives. Missing base candles are not invented: a bucket without any gives no candle.
 */
export class CandleAggregator {
  private readonly baseMs: number;
  private readonly target: Timeframe;
  private readonly targetMs: number;
  private forming: Forming | undefined;

  /** Throws `RangeError` unless whole base candles fill a candle of the target. */
  constructor(base: Timeframe, target: Timeframe) {
    this.baseMs = timeframeMs(base);
    this.target = target;
    this.targetMs = timeframeMs(target);
    if (this.targetMs % this.baseMs !== 0) throw new RangeError(`${base} candles do not fill ${target}`);
  }

  /** Takes the next base candle and hands every candle that it closes, none to two, to `closed`. */
  push(candle: Candle, closed: (candle: Candle) => void): void {
    if (this.baseMs === this.targetMs) {
      closed(candle);
      return;
    }
    const bucket = bucketOpenTime(candle.openTime, this.target);
    if (this.forming !== undefined && this.forming.openTime < bucket) this.close(closed);
    if (this.forming === undefined) this.forming = { ...candle, openTime: bucket };
    else join(this.forming, candle);
    if (candle.openTime + this.baseMs >= bucket + this.targetMs) this.close(closed);
  }

  private close(closed: (candle: Candle) => void): void {
    const candle = this.forming;
    this.forming = undefined;
    if (candle !== undefined) closed(candle);
  }
}

function join(forming: Forming, candle: Candle): void {
  forming.high = Math.max(forming.high, candle.high);
  forming.low = Math.min(forming.low, candle.low);
  forming.close = candle.close;
  forming.volume += candle.volume;
}

/** The closed candles of `target` in a whole list of base candles. A last, unfinished bucket is left out. */
export function aggregateCandles(candles: readonly Candle[], base: Timeframe, target: Timeframe): Candle[] {
  const result: Candle[] = [];
  const aggregator = new CandleAggregator(base, target);
  for (const candle of candles) aggregator.push(candle, (closed) => result.push(closed));
  return result;
}

/**
 * Timeframe of a list of candles, from the smallest step between two neighbours: the longest known one that
 * is not longer than that step. Unknown (`undefined`) with fewer than two candles or steps below a minute.
 */
export function timeframeOf(candles: readonly Candle[]): Timeframe | undefined {
  let smallest = Number.POSITIVE_INFINITY;
  let previous = Number.NaN;
  for (const { openTime } of candles) {
    if (openTime - previous < smallest) smallest = openTime - previous;
    previous = openTime;
  }
  if (smallest === Number.POSITIVE_INFINITY) return undefined;
  return TIMEFRAMES.findLast((timeframe) => timeframeMs(timeframe) <= smallest);
}
