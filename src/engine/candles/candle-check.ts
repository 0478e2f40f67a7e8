import type { Candle } from "./candle.ts";

/** Why a candle cannot be used. Corrupt data is worse than no data: such a candle is left out and counted. */
export type CandleFault =
  | "not-a-number"
  | "time-not-whole"
  | "high-below-low"
  | "open-outside-range"
  | "close-outside-range"
  | "volume-negative"
  | "time-duplicate"
  | "time-falling";

/**
 * The first fault of a candle, or nothing when it is usable. Prices may be zero or negative; times are whole
 * milliseconds and rise strictly after `previousOpenTime`, the open time of the last usable candle.
 */
export function candleFault(
  candle: Candle,
  previousOpenTime = Number.NEGATIVE_INFINITY,
): CandleFault | undefined {
  const { openTime, open, high, low, close, volume } = candle;
  if (![openTime, open, high, low, close, volume].every(Number.isFinite)) return "not-a-number";
  if (!Number.isSafeInteger(openTime)) return "time-not-whole";
  if (high < low) return "high-below-low";
  if (open < low || open > high) return "open-outside-range";
  if (close < low || close > high) return "close-outside-range";
  if (volume < 0) return "volume-negative";
  if (openTime === previousOpenTime) return "time-duplicate";
  if (openTime < previousOpenTime) return "time-falling";
  return undefined;
}
