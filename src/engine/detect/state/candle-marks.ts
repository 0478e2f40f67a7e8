import { ringLength } from "./stretch.ts";

/** What a candle did, as bits; the second of a pair is the bearish one (or, of sweeps, that of a low). */
export const MARKS = {
  displacedUp: 1 << 0,
  displacedDown: 1 << 1,
  sweptHigh: 1 << 2,
  sweptLow: 1 << 3,
  /** Structure of the internal layer. */
  brokeUp: 1 << 4,
  brokeDown: 1 << 5,
  /** A market structure shift of the internal layer: a change of character with displacement. */
  shiftedUp: 1 << 6,
  shiftedDown: 1 << 7,
  deliveredUp: 1 << 8,
  deliveredDown: 1 << 9,
} as const;

/** Candles for which marks stay readable. */
const LOOK_BACK = 21;

/** What detectors tell each other about the newest candles. */
export class CandleMarks {
  private readonly bits: Int32Array;
  private readonly mask: number;
  /** Marks that some candle of the stretch has. */
  private seen = 0;

  constructor(stretch: number) {
    this.bits = new Int32Array(ringLength(stretch, LOOK_BACK));
    this.mask = this.bits.length - 1;
  }

  take(from: number, to: number): void {
    this.seen = 0;
    for (let index = from; index <= to; index += 1) this.bits[index & this.mask] = 0;
  }

  set(index: number, mark: number): void {
    this.seen |= mark;
    this.bits[index & this.mask] = (this.bits[index & this.mask] as number) | mark;
  }

  /** Whether some candle of the stretch has one of the marks. */
  any(marks: number): boolean {
    return (this.seen & marks) !== 0;
  }

  has(index: number, mark: number): boolean {
    return ((this.bits[index & this.mask] as number) & mark) !== 0;
  }

  /** Candles since the newest one, up to `index`, with the mark; -1 when none of the last `count` has it. */
  since(index: number, mark: number, count: number): number {
    const oldest = Math.max(0, index - count + 1);
    for (let at = index; at >= oldest; at -= 1) if (this.has(at, mark)) return index - at;
    return -1;
  }
}
