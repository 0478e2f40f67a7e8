const FIRST_CAPACITY = 16;
/** Steps that an insertion walks before it looks for its place by halving. */
const SHORT_WALK = 12;
/** Up to here moving rows one by one beats moving them as a block. */
const SHORT_MOVE = 40;

/** Where the things that price has found are put: a list that is emptied at every candle. */
interface Taken {
  push(slot: number): unknown;
}

/**
 * Things that wait for price to come down to a key, sorted so that the highest key, the one reached first, is
 * at the end. New keys lie close to price and so close to the end: pushing and popping there is cheap, and a
 * candle that reaches nothing costs one comparison. Things that wait above price are held
 * under negated keys.
 */
export class Ladder {
  size = 0;
  /** Row 0 is a sentinel that nothing reaches. */
  private keys = new Float64Array(FIRST_CAPACITY).fill(Number.NEGATIVE_INFINITY, 0, 1);
  private slots = new Int32Array(FIRST_CAPACITY);

  push(key: number, slot: number): void {
    const row = this.size + 1;
    if (row === this.keys.length) this.grow();
    this.keys[row] = key;
    this.slots[row] = slot;
    this.size = row;
    if ((this.keys[row - 1] as number) > key) this.settleNewest();
  }

  /** Takes out everything whose key price has reached, that is `key >= price`, and adds it to `taken`. */
  takeReached(price: number, taken: Taken): void {
    if ((this.keys[this.size] as number) >= price) this.popReached(price, taken);
  }

  /** Takes out everything that price has passed, that is `key > price`, and adds it to `taken`. */
  takePassed(price: number, taken: Taken): void {
    if ((this.keys[this.size] as number) > price) this.popPassed(price, taken);
  }

  /** Takes out the thing at `slot`, which waits for exactly `key`. Throws `RangeError` if it does not. */
  remove(key: number, slot: number): void {
    const { slots } = this;
    let row = this.lastRowUpTo(key, this.size);
    while (row > 0 && slots[row] !== slot) row -= 1;
    if (row === 0) throw new RangeError(`nothing waits at ${key} in slot ${slot}`);
    this.closeGap(row);
    this.size -= 1;
  }

  /** What stands in `row` of 1 to `size`; the last is the one that price reaches first. */
  slotAt(row: number): number {
    return this.slots[row] as number;
  }

  private popReached(price: number, taken: Taken): void {
    const { keys, slots } = this;
    let { size } = this;
    while ((keys[size] as number) >= price) {
      taken.push(slots[size] as number);
      size -= 1;
    }
    this.size = size;
  }

  private popPassed(price: number, taken: Taken): void {
    const { keys, slots } = this;
    let { size } = this;
    while ((keys[size] as number) > price) {
      taken.push(slots[size] as number);
      size -= 1;
    }
    this.size = size;
  }

  /** Brings the row at the end to its place. */
  private settleNewest(): void {
    const { keys, slots } = this;
    let row = this.size;
    const key = keys[row] as number;
    const slot = slots[row] as number;
    const shortest = row > SHORT_WALK ? row - SHORT_WALK : 1;
    while (row > shortest && (keys[row - 1] as number) > key) {
      keys[row] = keys[row - 1] as number;
      slots[row] = slots[row - 1] as number;
      row -= 1;
    }
    if (row > 1 && (keys[row - 1] as number) > key) row = this.makeRoom(key, row);
    keys[row] = key;
    slots[row] = slot;
  }

  /** Moves every row above the place of `key` that lies below `free` up by one; gives the place. */
  private makeRoom(key: number, free: number): number {
    const row = this.lastRowUpTo(key, free - 1) + 1;
    this.keys.copyWithin(row + 1, row, free);
    this.slots.copyWithin(row + 1, row, free);
    return row;
  }

  /** Moves every row above `gap` down by one. */
  private closeGap(gap: number): void {
    const { keys, slots, size } = this;
    if (size - gap > SHORT_MOVE) {
      keys.copyWithin(gap, gap + 1, size + 1);
      slots.copyWithin(gap, gap + 1, size + 1);
      return;
    }
    for (let row = gap; row < size; row += 1) {
      keys[row] = keys[row + 1] as number;
      slots[row] = slots[row + 1] as number;
    }
  }

  /** The last of the rows up to `last` whose key is at most `key`; row 0 if there is none. */
  private lastRowUpTo(key: number, last: number): number {
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.keys[middle] as number) <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length + (this.keys.length >> 2));
    const slots = new Int32Array(keys.length);
    keys.set(this.keys);
    slots.set(this.slots);
    this.keys = keys;
    this.slots = slots;
  }
}
