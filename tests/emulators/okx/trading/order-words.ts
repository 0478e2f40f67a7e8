import type { NewOrder, PositionSide, Side } from "../../exchange/trading/trading-types.ts";
import { OrderRefusal } from "../okx-error.ts";
import type { RouteContext, Words } from "../route.ts";

export type MarginMode = "cross" | "isolated";

export function wordError(name: string): OrderRefusal {
  return new OrderRefusal(51000, `Parameter ${name} error`);
}

/** A word of an order that must be one of a few. */
export function wordOf<T extends string>(query: Words, name: string, words: readonly T[]): T {
  const found = words.find((word) => word === query[name]);
  if (found === undefined) throw wordError(name);
  return found;
}

export function instrumentOf({ market }: RouteContext, { instId }: Words): string {
  if (!market.symbols.some(({ id }) => id === instId))
    throw new OrderRefusal(51001, "Instrument ID doesn't exist.");
  return instId ?? "";
}

/** What every order says, of whichever desk. */
export interface OrderHead
  extends Pick<NewOrder, "symbol" | "side" | "positionSide" | "reduceOnly" | "quantity"> {
  readonly marginMode: MarginMode;
}

/**
 * In hedge mode the position side is named and there is no flag: an order against its side reduces. In net mode
 * there is one position for both.
 */
export function orderHead(context: RouteContext, query: Words): OrderHead {
  const symbol = instrumentOf(context, query);
  const marginMode = wordOf(query, "tdMode", ["cross", "isolated"]);
  const side: Side = wordOf(query, "side", ["buy", "sell"]) === "buy" ? "BUY" : "SELL";
  const positionSide = positionSideOf(context, query);
  const isAgainst = positionSide === (side === "BUY" ? "SHORT" : "LONG");
  const reduceOnly = positionSide === "BOTH" ? isTrue(query, "reduceOnly") : isAgainst;
  return { symbol, marginMode, side, positionSide, reduceOnly, quantity: query.sz ?? "" };
}

function isTrue(query: Words, name: string): boolean {
  return query[name] !== undefined && wordOf(query, name, ["true", "false"]) === "true";
}

function positionSideOf({ trading }: RouteContext, query: Words): PositionSide {
  if (trading.hedged) return wordOf(query, "posSide", ["long", "short"]) === "long" ? "LONG" : "SHORT";
  if (query.posSide !== undefined) wordOf(query, "posSide", ["net"]);
  return "BOTH";
}

/** Position sides as OKX writes them. */
export function posSideOf(positionSide: PositionSide): string {
  return { BOTH: "net", LONG: "long", SHORT: "short" }[positionSide];
}

/** In hedge mode nothing is called reduce-only. */
export function reduceOnlyWord(order: Pick<NewOrder, "positionSide" | "reduceOnly">): string {
  return String(order.positionSide === "BOTH" && order.reduceOnly);
}

export function marginModeOf({ trading }: RouteContext, symbol: string): MarginMode {
  return trading.isolated.has(symbol) ? "isolated" : "cross";
}
