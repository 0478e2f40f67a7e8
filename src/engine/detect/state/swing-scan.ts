import type { CandleView } from "./candle-views.ts";

/** How far a swing must stand out on either side, in candles. */
export interface Reach {
  readonly left: number;
  readonly right: number;
}

/**
 * The first swing high of a view at or after candle `first` that candles up to `to` confirm, or -1. It stands
 * strictly above the `left` candles before it and at or above the `right` candles after it.
 *
 * A candle that does not exceed one shortly before it is no swing, so the search goes on behind whatever the last
 * candidate was not exceeded by: nearly all candles are looked at once.
 */
export function nextSwing(
  { highs, mask }: CandleView,
  { left, right }: Reach,
  first: number,
  to: number,
): number {
  let at = Math.max(first, left);
  while (at <= to - right) {
    const high = highs[at & mask] as number;
    let step = 1;
    while (step <= right && (highs[(at + step) & mask] as number) <= high) step += 1;
    if (step > right) {
      let back = 1;
      while (back <= left && (highs[(at - back) & mask] as number) < high) back += 1;
      if (back > left) return at;
    }
    at += Math.min(step, left + 1);
  }
  return -1;
}
