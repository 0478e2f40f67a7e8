import { DETECTION_KINDS } from "./detection.ts";
import { CODED_EVENTS, eventCode } from "./event-codes.ts";
import { isOfClock } from "./pools/pool-tag.ts";

/**
 * One event as numbers. What `tag`, `a`, `b` and `c` mean is the affair of the detector that wrote the row and
 * turns it into an object again; only bit 0 of `tag` is common: 0 bullish or high, 1 bearish or low.
 */
export interface EventRow {
  readonly code: number;
  readonly index: number;
  readonly knownIndex: number;
  readonly tag: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** A row with what tells its place among others of the same candle, kind, `index` and side. */
export interface OrderedRow extends EventRow {
  /** Tag of the birth, for life events; 0 for births. */
  readonly tie: number;
}

const POOL_DETECTED = eventCode("liquidity-pool", "detected");
const POOL_KIND = DETECTION_KINDS.indexOf("liquidity-pool");
const KINDS = DETECTION_KINDS.length;

/** The steps of one candle. */
const CLOCK = 0;
const SWINGS = 1;
const LIFE = 2;
const STRUCTURE = 3;
const NEW = 4;

const RANKS: readonly number[] = CODED_EVENTS.map(({ kind, event }) => {
  return stepOf(kind, event) * KINDS + DETECTION_KINDS.indexOf(kind);
});

function stepOf(kind: string, event: string): number {
  if (kind === "session" || kind === "previous-range") return CLOCK;
  if (kind === "swing") return SWINGS;
  if (kind === "market-structure") return STRUCTURE;
  if (kind === "liquidity-sweep") return LIFE;
  return event === "detected" || event === "equal" || event === "updated" ? NEW : LIFE;
}

/**
 * Puts events in the order in which they are reported: by candle, by step of the candle, by kind, by `index`,
 * bullish or high first. What is equal in all of these keeps the order in which it was added, zones that of
 * their tags.
 */
export function placeInTime(rows: OrderedRow[]): OrderedRow[] {
  return rows.sort((one, other) => {
    return (
      one.knownIndex - other.knownIndex ||
      rankOf(one) - rankOf(other) ||
      one.index - other.index ||
      (one.tag & 1) - (other.tag & 1) ||
      tieOf(one) - tieOf(other)
    );
  });
}

/** Pools of the clock are made before anything else of the candle, those of swings after it. */
function rankOf({ code, tag }: EventRow): number {
  if (code === POOL_DETECTED && isOfClock(tag)) return CLOCK * KINDS + POOL_KIND;
  return RANKS[code] as number;
}

function tieOf({ code, tie }: OrderedRow): number {
  return CODED_EVENTS[code]?.kind === "liquidity-pool" ? 0 : tie;
}
