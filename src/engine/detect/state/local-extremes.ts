import type { CandleSeries } from "../../candles/candle-series.ts";

/** How far a swing must stand out on either side, in candles. */
interface Reach {
  readonly left: number;
  readonly right: number;
}

interface MarkedReach extends Reach {
  /** Bit of `marks` that a candle needs to be worth a look. */
  readonly needs: number;
  /** Bit that a swing of this reach leaves. */
  readonly leaves: number;
}

/** Bit of a candle that stands out from its two neighbours. */
const PEAK = 1;

/**
 * Tells swings by the candles around them, looking only at candles that can be one: those that stand out from
 * both neighbours, and for a wide reach only those that were swings of a narrower one before.
 */
export class LocalExtremes {
  private readonly series: CandleSeries;
  private readonly reaches: readonly MarkedReach[];
  private readonly mask: number;
  /** By the low bits of a candle's index. */
  private readonly highMarks: Int32Array;
  private readonly lowMarks: Int32Array;
  private rose = false;
  private fell = false;

  /** A swing is asked for by the position of its reach; positions are asked in order at every candle. */
  constructor(series: CandleSeries, reaches: readonly Reach[]) {
    this.series = series;
    this.reaches = marked(reaches);
    const span = Math.max(...reaches.map(({ right }) => right)) + 2;
    const slots = 2 ** Math.ceil(Math.log2(span));
    this.mask = slots - 1;
    this.highMarks = new Int32Array(slots);
    this.lowMarks = new Int32Array(slots);
  }

  /** Takes in the newest candle; the one before it now has both neighbours. */
  update(index: number): void {
    if (index === 0) return;
    const { series } = this;
    const rises = series.high(index) > series.high(index - 1);
    const falls = series.low(index) < series.low(index - 1);
    const slot = (index - 1) & this.mask;
    this.highMarks[slot] = this.rose && !rises ? PEAK : 0;
    this.lowMarks[slot] = this.fell && !falls ? PEAK : 0;
    this.rose = rises;
    this.fell = falls;
  }

  /** Whether the candle `right` candles ago can be a swing of the reach at all; rules out nearly all of a wide one. */
  canBeSwing(position: number, index: number): boolean {
    const { right, needs } = this.reaches[position] as MarkedReach;
    const slot = (index - right) & this.mask;
    return (((this.highMarks[slot] as number) | (this.lowMarks[slot] as number)) & needs) !== 0;
  }

  /** Whether the candle `right` candles ago is a swing high of the reach. */
  isHigh(position: number, index: number): boolean {
    const { left, right, needs, leaves } = this.reaches[position] as MarkedReach;
    const candidate = index - right;
    if (candidate < left) return false;
    const slot = candidate & this.mask;
    const marks = this.highMarks[slot] as number;
    if ((marks & needs) === 0) return false;
    const { series } = this;
    const high = series.high(candidate);
    for (let at = candidate - 2; at >= candidate - left; at -= 1) if (series.high(at) >= high) return false;
    for (let at = candidate + 2; at <= index; at += 1) if (series.high(at) > high) return false;
    this.highMarks[slot] = marks | leaves;
    return true;
  }

  /** Whether the candle `right` candles ago is a swing low of the reach. */
  isLow(position: number, index: number): boolean {
    const { left, right, needs, leaves } = this.reaches[position] as MarkedReach;
    const candidate = index - right;
    if (candidate < left) return false;
    const slot = candidate & this.mask;
    const marks = this.lowMarks[slot] as number;
    if ((marks & needs) === 0) return false;
    const { series } = this;
    const low = series.low(candidate);
    for (let at = candidate - 2; at >= candidate - left; at -= 1) if (series.low(at) <= low) return false;
    for (let at = candidate + 2; at <= index; at += 1) if (series.low(at) < low) return false;
    this.lowMarks[slot] = marks | leaves;
    return true;
  }
}

/** Gives every reach its bit, and that of the widest reach before it which all of its swings have as well. */
function marked(reaches: readonly Reach[]): MarkedReach[] {
  return reaches.map(({ left, right }, position) => {
    let needs = PEAK;
    let widest = 0;
    for (const [earlier, narrow] of reaches.slice(0, position).entries()) {
      if (narrow.left > left || narrow.right > right || narrow.left + narrow.right <= widest) continue;
      widest = narrow.left + narrow.right;
      needs = PEAK << (earlier + 1);
    }
    return { left, right, needs, leaves: PEAK << (position + 1) };
  });
}
