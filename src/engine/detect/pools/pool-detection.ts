import type { ClockWindow } from "../../clock/windows.ts";
import type { Detection } from "../detection.ts";
import type { EventRow } from "../event-order.ts";
import { sideOf } from "../moment.ts";
import { type PoolSource, sourceOf, windowOf } from "./pool-tag.ts";

/** Pools grow from swings to equal highs and keep the id with which they began. */
const FIRST_SOURCE: Partial<Record<PoolSource, string>> = { equal: "swing" };

/** Id of the pool of a row: its first source, the session, the side and the open time of its `index`. */
export function poolId(windows: readonly ClockWindow[], row: EventRow): string {
  const source = sourceOf(row.tag);
  const name = sessionName(windows, row);
  const from = name === undefined ? (FIRST_SOURCE[source] ?? source) : `${source}:${name}`;
  return `liquidity-pool:${from}:${sideOf(row.tag)}:${row.b}`;
}

/** What a pool and its sweep have in common; `name` is that of the session, for pools of one. */
export function poolFacts(
  windows: readonly ClockWindow[],
  row: EventRow,
): Pick<Detection, "side" | "name" | "source" | "level"> {
  const name = sessionName(windows, row);
  const facts = { side: sideOf(row.tag), source: sourceOf(row.tag), level: row.a };
  return name === undefined ? facts : { ...facts, name };
}

function sessionName(windows: readonly ClockWindow[], row: EventRow): string | undefined {
  return sourceOf(row.tag) === "session" ? windows[windowOf(row.tag)]?.name : undefined;
}
