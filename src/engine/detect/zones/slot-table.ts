const FIRST_CAPACITY = 16;

/** Places of the links among a slot's ints; the tables that build on this one count on from `FIRST_INT`. */
const NEXT = 0;
const PREVIOUS = 1;
export const FIRST_INT = 2;

/**
 * Living things as rows of numbers in two columns, linked in several lists, oldest first. Slots of ended things
 * are used again. Slot 0 stands for "none".
 */
export class SlotTable {
  /** The two columns, for code that is run too often to ask number by number. Growing makes new ones. */
  ints: Int32Array;
  floats: Float64Array;
  private readonly intsPerSlot: number;
  private readonly floatsPerSlot: number;
  private readonly oldestOf: number[] = [];
  private readonly newestOf: number[] = [];
  private capacity = FIRST_CAPACITY;
  private used = 1;
  private free = 0;

  constructor(intsPerSlot: number, floatsPerSlot: number) {
    this.intsPerSlot = intsPerSlot;
    this.floatsPerSlot = floatsPerSlot;
    this.ints = new Int32Array(FIRST_CAPACITY * intsPerSlot);
    this.floats = new Float64Array(FIRST_CAPACITY * floatsPerSlot);
  }

  /** Adds a list and gives its number, counted from 0. */
  addList(): number {
    this.newestOf.push(0);
    return this.oldestOf.push(0) - 1;
  }

  /** A slot whose numbers are yet to be written. */
  take(): number {
    const slot = this.free;
    if (slot !== 0) {
      this.free = this.ints[slot * this.intsPerSlot + NEXT] as number;
      return slot;
    }
    if (this.used === this.capacity) this.grow();
    this.used += 1;
    return this.used - 1;
  }

  /** Lists a slot right after `previous`, or as the oldest of the list after slot 0. */
  link(list: number, slot: number, previous: number): void {
    const { ints, intsPerSlot } = this;
    const next = previous === 0 ? this.oldest(list) : this.next(previous);
    ints[slot * intsPerSlot + NEXT] = next;
    ints[slot * intsPerSlot + PREVIOUS] = previous;
    if (previous === 0) this.oldestOf[list] = slot;
    else ints[previous * intsPerSlot + NEXT] = slot;
    if (next === 0) this.newestOf[list] = slot;
    else ints[next * intsPerSlot + PREVIOUS] = slot;
  }

  /** Takes a slot out of its list and gives it free for the next thing. */
  release(list: number, slot: number): void {
    const { ints, intsPerSlot } = this;
    const next = this.next(slot);
    const previous = this.previous(slot);
    if (previous === 0) this.oldestOf[list] = next;
    else ints[previous * intsPerSlot + NEXT] = next;
    if (next === 0) this.newestOf[list] = previous;
    else ints[next * intsPerSlot + PREVIOUS] = previous;
    ints[slot * intsPerSlot + NEXT] = this.free;
    this.free = slot;
  }

  oldest(list: number): number {
    return this.oldestOf[list] as number;
  }

  newest(list: number): number {
    return this.newestOf[list] as number;
  }

  next(slot: number): number {
    return this.ints[slot * this.intsPerSlot + NEXT] as number;
  }

  previous(slot: number): number {
    return this.ints[slot * this.intsPerSlot + PREVIOUS] as number;
  }

  /** Grows by a quarter: thousands of live models hold one each, so what lies idle counts. */
  private grow(): void {
    this.capacity += this.capacity >> 2;
    const ints = new Int32Array(this.capacity * this.intsPerSlot);
    const floats = new Float64Array(this.capacity * this.floatsPerSlot);
    ints.set(this.ints);
    floats.set(this.floats);
    this.ints = ints;
    this.floats = floats;
  }
}
