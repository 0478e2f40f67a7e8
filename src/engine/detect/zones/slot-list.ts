const FIRST_CAPACITY = 16;
/** Up to here insertion beats the sort of the language. */
const FEW = 24;

/** A list of slots that is filled and emptied again in every stretch without leaving garbage. */
export class SlotList {
  length = 0;
  private slots = new Int32Array(FIRST_CAPACITY);

  push(slot: number): void {
    if (this.length === this.slots.length) this.grow();
    this.slots[this.length] = slot;
    this.length += 1;
  }

  at(position: number): number {
    return this.slots[position] as number;
  }

  clear(): void {
    this.length = 0;
  }

  /** Orders the list by `compare`, in place. */
  sort(compare: (one: number, other: number) => number): void {
    if (this.length > FEW) {
      this.slots.subarray(0, this.length).sort(compare);
      return;
    }
    const { slots } = this;
    for (let at = 1; at < this.length; at += 1) {
      const slot = slots[at] as number;
      let place = at;
      while (place > 0 && compare(slot, slots[place - 1] as number) < 0) {
        slots[place] = slots[place - 1] as number;
        place -= 1;
      }
      slots[place] = slot;
    }
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    slots.set(this.slots);
    this.slots = slots;
  }
}
