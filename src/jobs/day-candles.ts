import type { Candle } from "../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { contextTimeframes } from "../engine/model/higher-timeframe.ts";
import type { DayCandles } from "../engine/model/replay-day.ts";
import type { MarketData } from "../engine/ports.ts";

/** Candles of each timeframe from before the day. */
const WARM_CANDLES = 1000;
/** What became of a setup is followed for another day. */
const FOLLOWED_MS = 86_400_000;

/**
 * Reads a day from the market's history, as far as it is over. Throws `DeskError` when the market cannot be read.
 */
export async function readDay(
  market: Pick<MarketData, "history">,
  symbol: string,
  baseTimeframe: Timeframe,
  timeframes: readonly Timeframe[],
  day: { readonly from: number; readonly until: number },
): Promise<DayCandles> {
  const before = new Map<Timeframe, readonly Candle[]>();
  const wanted = [baseTimeframe, ...timeframes, ...contextTimeframes(timeframes, baseTimeframe)];
  for (const timeframe of new Set(wanted)) {
    const length = timeframeMs(timeframe);
    const found = await market.history(symbol, timeframe, day.from - WARM_CANDLES * length, WARM_CANDLES);
    before.set(
      timeframe,
      found.filter(({ openTime }) => openTime + length <= day.from),
    );
  }
  const length = timeframeMs(baseTimeframe);
  const count = Math.ceil((day.until + FOLLOWED_MS - day.from) / length);
  const later = await market.history(symbol, baseTimeframe, day.from, count);
  return { baseTimeframe, before, played: later.slice(0, count) };
}
