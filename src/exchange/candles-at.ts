import { aggregateCandles, timeframeOf } from "../engine/candles/aggregate.ts";
import type { Candle } from "../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { DeskError } from "../engine/errors.ts";

/**
 * Candles of the timeframe: those of the file, or put together from its finer ones. Throws `DeskError`
 * `file-without-candles` when the file's own are too coarse.
 */
export function candlesAt(timeframe: Timeframe, candles: readonly Candle[], file: string): readonly Candle[] {
  const found = timeframeOf(candles) ?? timeframe;
  if (found === timeframe) return candles;
  if (timeframeMs(timeframe) % timeframeMs(found) === 0) return aggregateCandles(candles, found, timeframe);
  throw new DeskError("file-without-candles", { file, reason: "timeframe-too-coarse", found, timeframe });
}
