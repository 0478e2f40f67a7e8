import type { EmulatedMarket } from "./emulated-market.ts";
import type { Faults } from "./faults.ts";
import type { Query } from "./request-params.ts";
import type { TradingBook } from "./trading/trading-book.ts";
import type { UserStream } from "./user-stream.ts";

/** What a route sees of the exchange. */
export interface RouteContext {
  readonly market: EmulatedMarket;
  readonly faults: Faults;
  readonly trading: TradingBook;
  readonly userStream: UserStream;
}

/** One endpoint. `parameters` lists all it takes; any other is refused, as Binance does. */
export interface Route {
  readonly weight: number;
  /** `signed` endpoints need key, timestamp and signature, `key` ones the key alone. */
  readonly security: "public" | "key" | "signed";
  readonly parameters: readonly string[];
  answer(context: RouteContext, query: Query): unknown;
}
