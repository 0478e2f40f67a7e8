/** Every kind of detection in the order of the definitions; new kinds join here first. */
export const DETECTION_KINDS = [
  "swing",
  "market-structure",
  "displacement",
  "order-block",
  "breaker-block",
  "mitigation-block",
  "fair-value-gap",
  "inverse-fair-value-gap",
  "balanced-price-range",
  "volume-imbalance",
  "opening-gap",
  "liquidity-pool",
  "liquidity-sweep",
  "dealing-range",
  "previous-range",
  "new-day-opening-gap",
  "new-week-opening-gap",
  "session",
  "change-in-delivery",
  "judas-swing",
  "smt-divergence",
] as const;

export type DetectionKind = (typeof DETECTION_KINDS)[number];
export type Bias = "bullish" | "bearish";
export type Side = "high" | "low";

/**
 * One thing the engine saw, as a plain object: what the `detect` command writes and what charts draw.
 *
 * `index` is the candle it is drawn at, `knownIndex` the candle whose close first makes it knowable;
 * `openTime` and `knownAt` (a close time) are the same two moments as epoch milliseconds. A life event of a
 * zone carries the zone's own `id`, `index`, `top` and `bottom`. An emitted detection never changes.
 */
export interface Detection {
  readonly kind: DetectionKind;
  readonly event: string;
  /** The same thing keeps its id through its life; built from open times, never from candle numbers. */
  readonly id: string;
  readonly bias?: Bias;
  readonly side?: Side;
  readonly name?: string;
  readonly index: number;
  readonly knownIndex: number;
  readonly openTime: number;
  readonly knownAt: number;
  readonly layer?: string;
  readonly top?: number;
  readonly bottom?: number;
  readonly level?: number;
  readonly origins?: readonly string[];
  readonly source?: string;
  /** Of a sweep: the `id` of the pool that it took. */
  readonly poolId?: string;
  readonly number?: number;
  readonly filledPercent?: number;
  readonly depthPercent?: number;
  /** Further facts of some kinds (`displacement`, `sweptWithin`, `sizePercent`, `sizeAtr`, …). */
  readonly facts?: Readonly<Record<string, number | boolean>>;
}
