import type { ExchangeParts } from "../exchange/emulated-exchange.ts";
import type { Query } from "../exchange/http-server.ts";
import type { BinanceUser } from "./user-stream.ts";

/** What a route sees of the exchange. */
export interface RouteContext extends ExchangeParts {
  readonly user: BinanceUser;
}

/** One endpoint. `parameters` lists all it takes; any other is refused, as Binance does. */
export interface Route {
  readonly weight: number;
  /** `signed` endpoints need key, timestamp and signature, `key` ones the key alone. */
  readonly security: "public" | "key" | "signed";
  readonly parameters: readonly string[];
  answer(context: RouteContext, query: Query): unknown;
}
