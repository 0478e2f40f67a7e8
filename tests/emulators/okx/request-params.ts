import type { EmulatedMarket } from "../exchange/emulated-market.ts";
import type { EmulatedSymbol } from "../exchange/symbols.ts";
import { OkxError } from "./okx-error.ts";
import type { Words } from "./route.ts";

/** The largest page of any list. */
const PAGE = 100;

export function parameterError(name: string): OkxError {
  return new OkxError(51000, `Parameter ${name} error`, 400);
}

export function mandatory(query: Words, name: string): string {
  const text = query[name];
  if (text === undefined || text === "") throw new OkxError(50014, `Parameter ${name} can not be empty`, 400);
  return text;
}

export function symbolOf(market: EmulatedMarket, instId: string): EmulatedSymbol {
  const found = market.symbols.find(({ id }) => id === instId);
  if (!found) throw new OkxError(51001, "Instrument ID doesn't exist.", 400);
  return found;
}

export function wholeNumber(query: Words, name: string): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  if (!/^\d{1,19}$/.test(text)) throw parameterError(name);
  return Number(text);
}

/** A row as lists page through it: newest first by id. */
export interface Paged {
  readonly id: number;
  readonly at: number;
}

/** The page of a list that `after`, `before`, `begin`, `end` and `limit` ask for. */
export function pageOf<T extends Paged>(rows: readonly T[], query: Words): readonly T[] {
  const limit = wholeNumber(query, "limit") ?? PAGE;
  if (limit < 1 || limit > PAGE) throw parameterError("limit");
  const after = wholeNumber(query, "after") ?? Number.POSITIVE_INFINITY;
  const before = wholeNumber(query, "before") ?? Number.NEGATIVE_INFINITY;
  const begin = wholeNumber(query, "begin") ?? Number.NEGATIVE_INFINITY;
  const end = wholeNumber(query, "end") ?? Number.POSITIVE_INFINITY;
  return [...rows]
    .sort((left, right) => right.id - left.id)
    .filter(({ id, at }) => id < after && id > before && at >= begin && at <= end)
    .slice(0, limit);
}
