/**
 * Where a pool comes from. Of pools that share a candle, a side and the moment of becoming known, the one whose
 * source stands first here was made first.
 */
export const POOL_SOURCES = [
  "previous-day",
  "previous-week",
  "previous-month",
  "session",
  "swing",
  "equal",
] as const;

export type PoolSource = (typeof POOL_SOURCES)[number];

/** The source stands above the window, so that tags of one side sort by both in this order. */
const WINDOW_SHIFT = 1;
const WINDOW_MASK = 15;
const SOURCE_SHIFT = 5;
const SOURCE_MASK = 7;
/** From here on the tag of a row holds a count: members of a pool, candles until a sweep closed back. */
const COUNT_SHIFT = 8;
const SOURCE_CODES = Object.fromEntries(POOL_SOURCES.map((source, at) => [source, at])) as Readonly<
  Record<PoolSource, number>
>;
const FIRST_OF_SWINGS = SOURCE_CODES.swing;

/** Side (bit 0: 0 high, 1 low), source and, for pools of a session, its position among the windows. */
export function poolTag(side: 0 | 1, source: PoolSource, window = 0): number {
  return side | (SOURCE_CODES[source] << SOURCE_SHIFT) | (window << WINDOW_SHIFT);
}

/** Whether the pool comes from a range that the clock completed, not from a swing. */
export function isOfClock(tag: number): boolean {
  return ((tag >> SOURCE_SHIFT) & SOURCE_MASK) < FIRST_OF_SWINGS;
}

export function withSource(tag: number, source: PoolSource): number {
  return (tag & ~(SOURCE_MASK << SOURCE_SHIFT)) | (SOURCE_CODES[source] << SOURCE_SHIFT);
}

export function withCount(tag: number, count: number): number {
  return tag | (count << COUNT_SHIFT);
}

export function countOf(tag: number): number {
  return tag >> COUNT_SHIFT;
}

/** The tag of a pool's row as that of what the pool has become: swings at one price are a pool of equal highs. */
export function grownTag(tag: number): number {
  return countOf(tag) > 1 ? withSource(tag, "equal") : tag;
}

export function sourceOf(tag: number): PoolSource {
  return POOL_SOURCES[(tag >> SOURCE_SHIFT) & SOURCE_MASK] ?? "swing";
}

/** Position among the windows of the clock; means nothing unless the source is `session`. */
export function windowOf(tag: number): number {
  return (tag >> WINDOW_SHIFT) & WINDOW_MASK;
}
