/** The newest values of a run, up to a fixed number; adding one drops the oldest. */
export class RecentValues {
  private readonly values: Float64Array;
  private next = 0;
  private count = 0;

  constructor(length: number) {
    this.values = new Float64Array(length);
  }

  get isFull(): boolean {
    return this.count === this.values.length;
  }

  push(value: number): void {
    this.values[this.next] = value;
    this.next = (this.next + 1) % this.values.length;
    if (!this.isFull) this.count += 1;
  }

  clear(): void {
    this.next = 0;
    this.count = 0;
  }

  /**
   * Mean of the values held, added up anew: a running sum would carry the rounding of every value that it ever
   * held, and so depend on how long ago it was started. `NaN` when nothing is held.
   */
  get mean(): number {
    let sum = 0;
    for (let back = this.count; back > 0; back -= 1) sum += this.back(back);
    return sum / this.count;
  }

  /** How many of the values held are below `limit`. */
  countBelow(limit: number): number {
    let below = 0;
    for (let at = 0; at < this.count; at += 1) if ((this.values[at] as number) < limit) below += 1;
    return below;
  }

  private back(steps: number): number {
    const { length } = this.values;
    return this.values[(this.next - steps + length) % length] as number;
  }
}
