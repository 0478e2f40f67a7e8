import { z } from "zod";
import type { FillReader } from "../read-fills.ts";

/** At once, so that a desk of many symbols stays below what a venue takes in a second. */
const AT_ONCE = 4;

const cursorSchema = z
  .string()
  .transform((text) => (text === "" ? {} : JSON.parse(text)))
  .pipe(z.record(z.string(), z.unknown()));

/**
 * Fills of several symbols, some of which are read at the same time: the stop of a fill waits for the answers of all.
 * Each reader finds its place in the one cursor and gives its own back. Throws what the first of them throws.
 */
export function createFillsOfSymbols(readers: readonly FillReader[]): FillReader {
  return {
    since: async (cursor) => {
      const read: Awaited<ReturnType<FillReader["since"]>>[] = [];
      for (let from = 0; from < readers.length; from += AT_ONCE) {
        const some = readers.slice(from, from + AT_ONCE);
        read.push(...(await Promise.all(some.map((reader) => reader.since(cursor)))));
      }
      const places = Object.assign({}, ...read.map((each) => cursorSchema.parse(each.cursor)));
      return {
        fills: read.flatMap(({ fills }) => fills).sort((left, right) => left.at - right.at),
        cursor: Object.keys(places).length === 0 ? "" : JSON.stringify(places),
      };
    },
  };
}
