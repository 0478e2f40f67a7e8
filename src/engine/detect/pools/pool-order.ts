import type { PoolTable } from "./pool-table.ts";

/**
 * The order in which pools end: by candle, and on one candle by `index`, high first, then in the order in which
 * they were made.
 */
export function comparePoolEnds(table: PoolTable, one: number, other: number): number {
  return (
    table.end(one) - table.end(other) ||
    table.index(one) - table.index(other) ||
    (table.tag(one) & 1) - (table.tag(other) & 1) ||
    table.known(one) - table.known(other) ||
    table.tag(one) - table.tag(other)
  );
}
