import { NEVER, ringLength } from "./stretch.ts";

/**
 * The newest fair value gaps, numbered in the order in which they became known, whatever became of them since;
 * `count` of them ever. A candle makes one at the most.
 */
export class RecentGaps {
  count = 0;
  private readonly reach: number;
  private readonly mask: number;
  private readonly knownAt: Int32Array;
  private readonly biases: Int8Array;
  private readonly lostAt: Int32Array;
  private readonly tops: Float64Array;
  private readonly bottoms: Float64Array;

  /** `reach`: how many candles back from any of the stretch questions go. */
  constructor(stretch: number, reach: number) {
    const length = ringLength(stretch, reach);
    this.reach = reach;
    this.mask = length - 1;
    this.knownAt = new Int32Array(length);
    this.biases = new Int8Array(length);
    this.lostAt = new Int32Array(length);
    this.tops = new Float64Array(length);
    this.bottoms = new Float64Array(length);
  }

  /** Adds a gap with its top and bottom in `prices`. */
  add(known: number, bias: number, prices: Float64Array): void {
    const at = this.count & this.mask;
    this.knownAt[at] = known;
    this.biases[at] = bias;
    this.lostAt[at] = NEVER;
    this.tops[at] = prices[0] as number;
    this.bottoms[at] = prices[1] as number;
    this.count += 1;
  }

  /** The gap known at `known` was inverted at candle `at`; too late to matter for most. */
  lose(known: number, at: number): void {
    if (at - known > this.reach) return;
    const gap = this.firstSince(known);
    if (gap < this.count && this.known(gap) === known) this.lostAt[gap & this.mask] = at;
  }

  /** Number of the oldest gap that became known at candle `known` or later. */
  firstSince(known: number): number {
    const oldest = Math.max(0, this.count - this.mask - 1);
    let gap = this.count;
    while (gap > oldest && (this.knownAt[(gap - 1) & this.mask] as number) >= known) gap -= 1;
    return gap;
  }

  known(gap: number): number {
    return this.knownAt[gap & this.mask] as number;
  }

  bias(gap: number): number {
    return this.biases[gap & this.mask] as number;
  }

  top(gap: number): number {
    return this.tops[gap & this.mask] as number;
  }

  bottom(gap: number): number {
    return this.bottoms[gap & this.mask] as number;
  }

  /**
   * The first gap from number `first` on that is opposite to the one numbered `later`, overlaps it and is not
   * inverted when that becomes known; `later` itself when there is none.
   */
  nextOverlap(first: number, later: number): number {
    const { mask, biases, lostAt, tops, bottoms } = this;
    const opposite = 1 - this.bias(later);
    const known = this.known(later);
    const top = this.top(later);
    const bottom = this.bottom(later);
    for (let gap = first; gap < later; gap += 1) {
      const at = gap & mask;
      if (biases[at] !== opposite || (lostAt[at] as number) <= known) continue;
      if ((tops[at] as number) > bottom && (bottoms[at] as number) < top) return gap;
    }
    return later;
  }
}
