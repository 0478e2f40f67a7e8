import { FIRST_INT, SlotTable } from "../zones/slot-table.ts";

const INDEX = FIRST_INT;
const KNOWN = FIRST_INT + 1;
const TAG = FIRST_INT + 2;
const MEMBERS = FIRST_INT + 3;
const PENDING = FIRST_INT + 4;
const END = FIRST_INT + 5;
const END_CODE = FIRST_INT + 6;
const BIRTH = FIRST_INT + 7;
const INTS = FIRST_INT + 8;

/** Level, the open time of `index`, and a number that means nothing. */
export const POOL_FLOATS = 3;

/** Pools of swings, which age from their first swing, and pools of the clock, which age from when they are known. */
export const SWING_POOLS = 0;
export const CLOCK_POOLS = 1;
export type PoolList = typeof SWING_POOLS | typeof CLOCK_POOLS;

/** Living pools in two lists, in the order in which they became known. */
export class PoolTable extends SlotTable {
  constructor() {
    super(INTS, POOL_FLOATS);
    this.addList();
    this.addList();
  }

  /** Adds a pool as the newest of its list. For `tag` see `poolTag`; `values` holds level and open time. */
  add(
    list: PoolList,
    index: number,
    known: number,
    tag: number,
    birth: number,
    values: Float64Array,
  ): number {
    const slot = this.take();
    const int = slot * INTS;
    const float = slot * POOL_FLOATS;
    const { ints, floats } = this;
    ints[int + INDEX] = index;
    ints[int + KNOWN] = known;
    ints[int + TAG] = tag;
    ints[int + MEMBERS] = 1;
    ints[int + PENDING] = -1;
    ints[int + END] = -1;
    ints[int + BIRTH] = birth;
    floats[float] = values[0] as number;
    floats[float + 1] = values[1] as number;
    floats[float + 2] = values[2] as number;
    this.link(list, slot, this.newest(list));
    return slot;
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

  /** Candle at which the pool ended in the newest stretch, or -1, and the code of that event. */
  end(slot: number): number {
    return this.ints[slot * INTS + END] as number;
  }

  endCode(slot: number): number {
    return this.ints[slot * INTS + END_CODE] as number;
  }

  setEnd(slot: number, code: number, index: number): void {
    this.ints[slot * INTS + END] = index;
    this.ints[slot * INTS + END_CODE] = code;
  }

  /** Where the log has the pool's birth. */
  birth(slot: number): number {
    return this.ints[slot * INTS + BIRTH] as number;
  }

  level(slot: number): number {
    return this.floats[slot * POOL_FLOATS] as number;
  }

  /** Open time of `index`. */
  openTime(slot: number): number {
    return this.floats[slot * POOL_FLOATS + 1] as number;
  }
}
