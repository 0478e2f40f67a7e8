const INTS = 7;
const FLOATS = 2;
const FIRST_CAPACITY = 16;

const INDEX = 0;
const KNOWN = 1;
const TAG = 2;
const MEMBERS = 3;
const PENDING = 4;
const NEXT = 5;
const PREVIOUS = 6;

/** Pools of swings, which age from their first swing, and pools of the clock, which age from when they are known. */
export const SWING_POOLS = 0;
export const CLOCK_POOLS = 1;
export type PoolList = typeof SWING_POOLS | typeof CLOCK_POOLS;

/**
 * Living pools as rows of numbers, linked oldest first in two lists, so that what is due by age is always at the
 * front. Slots of ended pools are used again. Slot 0 stands for "none".
 */
export class PoolTable {
  private ints = new Int32Array(FIRST_CAPACITY * INTS);
  private floats = new Float64Array(FIRST_CAPACITY * FLOATS);
  private readonly oldestOf: [number, number] = [0, 0];
  private readonly newestOf: [number, number] = [0, 0];
  private capacity = FIRST_CAPACITY;
  private used = 1;
  private free = 0;

  /** Adds a pool as the newest of its list. For `tag` see `poolTag`. */
  add(list: PoolList, index: number, known: number, tag: number, level: number, openTime: number): number {
    const slot = this.takeSlot();
    const newest = this.newestOf[list];
    const int = slot * INTS;
    const { ints, floats } = this;
    ints[int + INDEX] = index;
    ints[int + KNOWN] = known;
    ints[int + TAG] = tag;
    ints[int + MEMBERS] = 1;
    ints[int + PENDING] = -1;
    ints[int + NEXT] = 0;
    ints[int + PREVIOUS] = newest;
    floats[slot * FLOATS] = level;
    floats[slot * FLOATS + 1] = openTime;
    if (newest === 0) this.oldestOf[list] = slot;
    else ints[newest * INTS + NEXT] = slot;
    this.newestOf[list] = slot;
    return slot;
  }

  /** Ends a pool: it is no longer listed, but its row stays readable until it is released. */
  unlink(list: PoolList, slot: number): void {
    const { ints } = this;
    const next = ints[slot * INTS + NEXT] as number;
    const previous = ints[slot * INTS + PREVIOUS] as number;
    if (previous === 0) this.oldestOf[list] = next;
    else ints[previous * INTS + NEXT] = next;
    if (next === 0) this.newestOf[list] = previous;
    else ints[next * INTS + PREVIOUS] = previous;
  }

  /** Gives the slot of an unlinked pool free for the next one. */
  release(slot: number): void {
    this.ints[slot * INTS + NEXT] = this.free;
    this.free = slot;
  }

  oldest(list: PoolList): number {
    return this.oldestOf[list];
  }

  next(slot: number): number {
    return this.ints[slot * INTS + NEXT] as number;
  }

  /** First swing; of a pool of the clock the candle of the extreme. */
  index(slot: number): number {
    return this.ints[slot * INTS + INDEX] as number;
  }

  /** Candle that made the pool known, with its first member. */
  known(slot: number): number {
    return this.ints[slot * INTS + KNOWN] as number;
  }

  tag(slot: number): number {
    return this.ints[slot * INTS + TAG] as number;
  }

  setTag(slot: number, tag: number): void {
    this.ints[slot * INTS + TAG] = tag;
  }

  members(slot: number): number {
    return this.ints[slot * INTS + MEMBERS] as number;
  }

  setMembers(slot: number, members: number): void {
    this.ints[slot * INTS + MEMBERS] = members;
  }

  /** First candle that closed beyond the pool, while a close back may still make it a sweep; or -1. */
  pendingSince(slot: number): number {
    return this.ints[slot * INTS + PENDING] as number;
  }

  setPendingSince(slot: number, index: number): void {
    this.ints[slot * INTS + PENDING] = index;
  }

  level(slot: number): number {
    return this.floats[slot * FLOATS] as number;
  }

  /** Open time of `index`. */
  openTime(slot: number): number {
    return this.floats[slot * FLOATS + 1] as number;
  }

  private takeSlot(): number {
    const slot = this.free;
    if (slot !== 0) {
      this.free = this.ints[slot * INTS + NEXT] as number;
      return slot;
    }
    if (this.used === this.capacity) this.grow();
    this.used += 1;
    return this.used - 1;
  }

  private grow(): void {
    this.capacity *= 2;
    const ints = new Int32Array(this.capacity * INTS);
    const floats = new Float64Array(this.capacity * FLOATS);
    ints.set(this.ints);
    floats.set(this.floats);
    this.ints = ints;
    this.floats = floats;
  }
}
