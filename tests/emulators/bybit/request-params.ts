import type { EmulatedMarket } from "../exchange/emulated-market.ts";
import type { EmulatedSymbol } from "../exchange/symbols.ts";
import { BybitError } from "./bybit-error.ts";
import type { Words } from "./route.ts";

const WEEK_MS = 7 * 86_400_000;

export function parameterError(name: string): BybitError {
  return new BybitError(10001, `params error: ${name}`);
}

export function mandatory(query: Words, name: string): string {
  const text = query[name];
  if (text === undefined || text === "") throw parameterError(name);
  return text;
}

/** A parameter that must be one of a few. */
export function wordOf<T extends string>(query: Words, name: string, words: readonly T[]): T {
  const found = words.find((word) => word === query[name]);
  if (found === undefined) throw parameterError(name);
  return found;
}

/** The contract that a private endpoint is asked about. */
export function contractOf(market: EmulatedMarket, query: Words): EmulatedSymbol {
  wordOf(query, "category", ["linear"]);
  return symbolOf(market, mandatory(query, "symbol"));
}

export function symbolOf(market: EmulatedMarket, id: string): EmulatedSymbol {
  const found = market.symbols.find((symbol) => symbol.id === id);
  if (!found) throw new BybitError(10001, "params error: symbol invalid");
  return found;
}

export function wholeNumber(query: Words, name: string): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  if (!/^\d{1,16}$/.test(text)) throw parameterError(name);
  return Number(text);
}

/** The span of a history: seven days back from its end or on from its start, and never more. */
export function spanOf(query: Words, now: number): { readonly from: number; readonly until: number } {
  const startTime = wholeNumber(query, "startTime");
  const endTime = wholeNumber(query, "endTime");
  const until = endTime ?? (startTime === undefined ? now : startTime + WEEK_MS);
  const from = startTime ?? until - WEEK_MS;
  if (until < from || until - from > WEEK_MS)
    throw new BybitError(10001, "The time range between startTime and endTime cannot exceed 7 days.");
  return { from, until };
}

/** A row as lists page through it: newest first by id. */
export interface Paged {
  readonly id: number;
  readonly row: object;
}

/**
 * The page that `limit` and `cursor` ask for. The cursor is already encoded for an address, and one is given as long
 * as there were rows, so that the last page is the empty one.
 */
export function pageOf(rows: readonly Paged[], query: Words, most: number, usual: number): object {
  const limit = wholeNumber(query, "limit") ?? usual;
  if (limit < 1 || limit > most) throw parameterError("limit");
  const before = query.cursor === undefined ? Number.POSITIVE_INFINITY : idBehind(query.cursor);
  const page = [...rows]
    .sort((left, right) => right.id - left.id)
    .filter(({ id }) => id < before)
    .slice(0, limit);
  const last = page.at(-1);
  return {
    category: "linear",
    nextPageCursor: last === undefined ? "" : encodeURIComponent(`page:${last.id},page:${last.id}`),
    list: page.map(({ row }) => row),
  };
}

function idBehind(cursor: string): number {
  const [, id] = /^page:(\d+),page:\1$/.exec(cursor) ?? [];
  if (id === undefined) throw parameterError("cursor");
  return Number(id);
}
