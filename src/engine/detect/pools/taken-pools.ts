/**
 * Remembers which pools of one side were swept or broken lately, only as far as this question needs: was a pool
 * that was known early enough taken between two given candles, the second of which lies in the newest stretch?
 * Of two pools taken before that stretch the one taken no later and known no earlier can never be the answer, so
 * those kept rise in both and the answer is the first one in time.
 */
export class TakenPools {
  private readonly mask: number;
  private readonly takenAt: Int32Array;
  private readonly knownAt: Int32Array;
  private first = 0;
  private end = 0;
  private readonly reach: number;
  /** Pools taken in the newest stretch, in order: the candle that took it and the one that made it known. */
  private readonly newest: number[] = [];

  /** `reach`: how many candles back questions go at the most. */
  constructor(reach: number) {
    const capacity = 2 ** Math.ceil(Math.log2(reach + 2));
    this.reach = reach;
    this.mask = capacity - 1;
    this.takenAt = new Int32Array(capacity);
    this.knownAt = new Int32Array(capacity);
  }

  /** Begins a new stretch of candles. */
  take(): void {
    const { newest } = this;
    for (let at = 0; at < newest.length; at += 2) this.settle(newest[at] as number, newest[at + 1] as number);
    newest.length = 0;
  }

  /** A pool that became known at candle `known` was taken at candle `index`, the latest so far. */
  note(index: number, known: number): void {
    this.newest.push(index, known);
  }

  /** Whether a pool known at candle `known` or before was taken after candle `after` and not after `until`. */
  takenBetween(after: number, until: number, known: number): boolean {
    const { newest } = this;
    for (let at = 0; at < newest.length && (newest[at] as number) <= until; at += 2) {
      if ((newest[at] as number) > after && (newest[at + 1] as number) <= known) return true;
    }
    return this.wasTaken(after, known);
  }

  private wasTaken(after: number, known: number): boolean {
    const { takenAt, knownAt, mask } = this;
    let low = this.first;
    let high = this.end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((takenAt[middle & mask] as number) > after) high = middle;
      else low = middle + 1;
    }
    return low < this.end && (knownAt[low & mask] as number) <= known;
  }

  private settle(index: number, known: number): void {
    const { takenAt, knownAt, mask } = this;
    while (this.first < this.end && (takenAt[this.first & mask] as number) <= index - this.reach)
      this.first += 1;
    while (this.end > this.first && (knownAt[(this.end - 1) & mask] as number) >= known) this.end -= 1;
    if (this.end > this.first && takenAt[(this.end - 1) & mask] === index) return;
    takenAt[this.end & mask] = index;
    knownAt[this.end & mask] = known;
    this.end += 1;
  }
}
