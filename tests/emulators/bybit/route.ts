import type { ExchangeParts } from "../exchange/emulated-exchange.ts";
import type { BybitUser } from "./user.ts";

/** What a route sees of the exchange. */
export interface RouteContext extends ExchangeParts {
  readonly user: BybitUser;
}

export type Words = Readonly<Record<string, string>>;

/** One endpoint. `parameters` lists all it takes; any other is refused. */
export interface Route {
  readonly parameters: readonly string[];
  /** Parameters of a body that are numbers or booleans; the others are texts. */
  readonly types?: Readonly<Record<string, "number" | "boolean">>;
  /** What the key must be able to do; none for public data. `Order` and `Position` are rights to trade. */
  readonly right?: "read" | "Order" | "Position";
  /** Requests in a second, as documented. */
  readonly limit: number;
  /** Its `result`. Throws `BybitError`. */
  answer(context: RouteContext, query: Words): object;
}
