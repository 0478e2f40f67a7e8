import { aggregateCandles } from "../engine/candles/aggregate.ts";
import type { Candle } from "../engine/candles/candle.ts";
import { bucketOpenTime, TIMEFRAMES, type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import type { DeskContext } from "./desk-context.ts";

const STORED_CANDLES = 1000;

/**
 * The newest candles of a timeframe, oldest first. One that the desk does not follow is added up from the largest
 * smaller one that it keeps; its last candle is the last that is complete.
 */
export async function storedCandles(
  { candles }: DeskContext,
  symbol: string,
  timeframe: Timeframe,
): Promise<readonly Candle[]> {
  const smaller = TIMEFRAMES.filter((other) => timeframeMs(timeframe) % timeframeMs(other) === 0);
  for (const source of smaller.sort((one, other) => timeframeMs(other) - timeframeMs(one))) {
    const stored = await candles.newest(symbol, source, STORED_CANDLES);
    if (stored.length > 0) return source === timeframe ? stored : addedUp(stored, source, timeframe);
  }
  return [];
}

/** Without the first one when its beginning is not stored. */
function addedUp(stored: readonly Candle[], from: Timeframe, to: Timeframe): readonly Candle[] {
  const whole = stored.findIndex(({ openTime }) => bucketOpenTime(openTime, to) === openTime);
  return whole < 0 ? [] : aggregateCandles(stored.slice(whole), from, to);
}
