import type { Candle } from "../engine/candles/candle.ts";
import { type CandleRows, newestOpenTime, withLater } from "../engine/candles/candle-rows.ts";
import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import type { MarketData } from "../engine/ports.ts";
import type { DeskContext } from "./desk-context.ts";

/** When the market has fewer than this share of the candles that fit into a time, it was closed for most of it. */
const THIN_SHARE = 0.5;

export interface WantedCandles {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** Candles, counted back from now, that are asked of the market at most. */
  readonly asked: number;
  /** Candles that are given at most. */
  readonly count: number;
}

/**
 * The stored candles with what the market has and the store lacks at their end, oldest first; what was read goes into
 * the store. The only holes are those that the market has itself: candles that begin later than the stored ones end
 * take their place, here and in the store. Throws `DeskError` when the market cannot be read.
 */
export async function completedRows(
  { candles, clock }: Pick<DeskContext, "candles" | "clock">,
  market: Pick<MarketData, "history">,
  { symbol, timeframe, asked, count }: WantedCandles,
  stored: CandleRows,
): Promise<CandleRows> {
  const length = timeframeMs(timeframe);
  const ask = (since: number) => market.history(symbol, timeframe, since, asked);
  const joined = async (later: readonly Candle[]) => {
    await candles.append(symbol, timeframe, later);
    return withLater(stored, later, count);
  };
  const newest = newestOpenTime(stored);
  const since = clock.now() - asked * length;
  if (newest !== undefined && newest + length >= since) return joined(await ask(newest + length));
  const recent = await ask(since);
  if (newest !== undefined && recent.length < THIN_SHARE * asked) {
    // Then there may be nothing between the stored candles and these.
    const later = await ask(newest + length);
    if (later.length < asked) return joined(later);
  }
  if (recent.length === 0) return stored;
  await candles.replace(symbol, timeframe, recent);
  return withLater(new Float64Array(0), recent, count);
}
