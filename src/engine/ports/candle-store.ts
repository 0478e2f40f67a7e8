import type { Candle } from "../candles/candle.ts";
import type { CandleRows } from "../candles/candle-rows.ts";
import type { Timeframe } from "../candles/timeframe.ts";

/** The newest closed candles of each symbol and timeframe, and the last known price of each symbol. */
export interface CandleStore {
  /**
   * Adds closed candles in rising order of open time. Candles that are not later than the newest stored one
   * are left out, so a resend is harmless. Keeps at least the newest 1000.
   */
  append(symbol: string, timeframe: Timeframe, candles: readonly Candle[]): Promise<void>;
  /**
   * Begins anew: puts candles in rising order in the place of all stored ones but those later than the last of them.
   * For candles that do not follow on the stored ones, so that no hole is left between them. Nothing changes nothing.
   */
  replace(symbol: string, timeframe: Timeframe, candles: readonly Candle[]): Promise<void>;
  /** The newest `limit` candles, oldest first; fewer when fewer are stored. As numbers, for who moves them on. */
  newestRows(symbol: string, timeframe: Timeframe, limit: number): Promise<CandleRows>;
  /** The same as objects. */
  newest(symbol: string, timeframe: Timeframe, limit: number): Promise<Candle[]>;
  setPrice(symbol: string, price: number, at: number): Promise<void>;
  price(symbol: string): Promise<{ readonly price: number; readonly at: number } | undefined>;
}
