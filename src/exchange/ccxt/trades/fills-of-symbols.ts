import { z } from "zod";
import type { FillPage } from "../../../engine/ports/exchange.ts";
import type { Fill } from "../../../engine/trade/order.ts";

export interface FillReader {
  /** Of `symbols`, or of all; the cursor keeps the positions of the others. */
  since(cursor: string, symbols?: readonly string[]): Promise<FillPage>;
}

export interface SymbolFills {
  readonly fills: readonly Fill[];
  readonly position: unknown;
  /** There are others, before which the position stays. */
  readonly keepsBack: boolean;
}

/** Reads the fills of one symbol from a position of its own on; unset: from the beginning, or nowhere yet. */
export type ReadSymbol = (position: unknown) => Promise<SymbolFills>;

/** At once, so that a desk of many symbols stays below what a venue takes in a second. */
const AT_ONCE = 4;
/** For each symbol what its source of trades goes on from. */
const cursorSchema = z.record(z.string(), z.unknown());

/**
 * Fills of several symbols, some of which are read at the same time: the stop of a fill waits for the answers of all.
 * One cursor holds the position of each. Throws what the first of them throws.
 */
export function createFillsOfSymbols(readers: ReadonlyMap<string, ReadSymbol>): FillReader {
  return {
    since: async (text, symbols) => {
      const known = positionsIn(text);
      const all = [...readers].filter(([symbol]) => symbols === undefined || symbols.includes(symbol));
      const next: Record<string, unknown> = symbols === undefined ? {} : { ...known };
      const fills: Fill[] = [];
      const keptBack: string[] = [];
      for (let from = 0; from < all.length; from += AT_ONCE) {
        const some = all.slice(from, from + AT_ONCE);
        const read = await Promise.all(
          some.map(async ([symbol, readSymbol]) => ({ symbol, ...(await readSymbol(known[symbol])) })),
        );
        for (const { symbol, position, fills: own, keepsBack } of read) {
          fills.push(...own);
          if (keepsBack) keptBack.push(symbol);
          if (position !== undefined) next[symbol] = position;
        }
      }
      fills.sort((left, right) => left.at - right.at);
      const cursor = Object.keys(next).length === 0 ? "" : JSON.stringify(next);
      return { fills, cursor, ...(keptBack.length > 0 && { keptBack }) };
    },
  };
}

/** A cursor that cannot be read starts anew: giving a fill twice is harmless, passing one over is not. */
function positionsIn(text: string): Readonly<Record<string, unknown>> {
  if (text === "") return {};
  const parsed = z.string().transform(jsonOrNothing).pipe(cursorSchema).safeParse(text);
  return parsed.success ? parsed.data : {};
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
