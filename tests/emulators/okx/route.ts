import type { ExchangeParts } from "../exchange/emulated-exchange.ts";
import type { OkxUser } from "./user.ts";

/** What a route sees of the exchange. */
export interface RouteContext extends ExchangeParts {
  readonly user: OkxUser;
}

export type Words = Readonly<Record<string, string>>;

/** One endpoint. `parameters` lists all it takes; any other is refused. */
export interface Route {
  readonly parameters: readonly string[];
  /** Which right of the key it needs; none for public data. */
  readonly right?: "read_only" | "trade";
  /** Requests in two seconds, as documented. */
  readonly limit: number;
  /** It takes a list of orders. */
  readonly isList?: true;
  /** It takes the header `expTime`. */
  readonly mayExpire?: true;
  /** The rows of its answer. Throws `OkxError`, or `OrderRefusal` for one order. */
  answer(context: RouteContext, query: Words): readonly unknown[];
}
