import type { Candle } from "../candles/candle.ts";
import type { Timeframe } from "../candles/timeframe.ts";
import type { Instrument } from "../instrument.ts";

/** `price`: a trade or the state of the forming candle. `candle`: a closed candle of the base timeframe. */
export type MarketEvent =
  | { readonly type: "price"; readonly symbol: string; readonly price: number; readonly at: number }
  | { readonly type: "candle"; readonly symbol: string; readonly candle: Candle };

/** What the exchange allows in a minute, and how much of it this process used in the last one. */
export interface RequestBudget {
  readonly used: number;
  readonly limit: number;
}

/** A symbol as it traded in the last day. */
export interface Ticker {
  readonly symbol: string;
  /** In the quote currency. */
  readonly quoteVolume: number;
  readonly bid?: number;
  readonly ask?: number;
}

export interface MarketData {
  /** Timeframe of the candles that `stream` delivers. */
  readonly baseTimeframe: Timeframe;
  instruments(): Promise<readonly Instrument[]>;
  /**
   * Closed candles with `openTime >= sinceMs`, oldest first, at most `limit`.
   * Throws `DeskError` (`retryable`) when the market cannot be read.
   */
  history(symbol: string, timeframe: Timeframe, sinceMs: number, limit: number): Promise<Candle[]>;
  /** Unset for a market without volumes. Throws `DeskError` when it cannot be read. */
  tickers?(): Promise<readonly Ticker[]>;
  /**
   * Distance of the best bid and ask now, in price; undefined where it is not told. Unset for a market without a
   * book. Throws `DeskError` when it cannot be read.
   */
  spread?(symbol: string): Promise<number | undefined>;
  /** Unset for a market that costs nothing to ask. */
  budget?(): RequestBudget;
  /**
   * Delivers events until `stop` aborts or the market has ended (a file), then resolves. `handle` is awaited:
   * for one symbol the next event comes only after the last was handled. Reconnects by itself; after a gap
   * the missing candles come first, in order.
   */
  stream(
    symbols: readonly string[],
    handle: (event: MarketEvent) => Promise<void>,
    stop: AbortSignal,
  ): Promise<void>;
}
