import type { EventRow } from "../event-log.ts";

/** Numbers of a zone in each of the two columns. */
export const ZONE_INTS = 7;
export const ZONE_FLOATS = 6;
const FIRST_CAPACITY = 16;

/** Places of a zone's numbers among its ints. */
export const KIND = 0;
export const INDEX = 1;
export const KNOWN = 2;
export const TAG = 3;
export const STAGE = 4;
const NEXT = 5;
const PREVIOUS = 6;

/** Top, bottom and ATR come first among its floats; then the keys of its edges: near, middle, far. */
const TOP = 0;
const BOTTOM = 1;
const ATR = 2;
export const FIRST_EDGE = 3;

/**
 * Living zones of several kinds as rows of numbers, linked oldest first within each kind. Slots of ended zones
 * are used again. Slot 0 stands for "none".
 */
export class ZoneTable {
  /** The two columns, for code that is run too often to ask number by number. Growing makes new ones. */
  ints = new Int32Array(FIRST_CAPACITY * ZONE_INTS);
  floats = new Float64Array(FIRST_CAPACITY * ZONE_FLOATS);
  private readonly oldestOf: number[] = [];
  private readonly newestOf: number[] = [];
  private capacity = FIRST_CAPACITY;
  private used = 1;
  private free = 0;

  /** Adds a kind and gives its number, counted from 0. */
  addKind(): number {
    this.newestOf.push(0);
    return this.oldestOf.push(0) - 1;
  }

  /** Adds a zone as the newest of its kind. `tag` bit 0 is its polarity: 0 bullish, 1 bearish. */
  add(
    kind: number,
    index: number,
    known: number,
    tag: number,
    top: number,
    bottom: number,
    atr: number,
  ): number {
    const slot = this.takeSlot();
    const int = slot * ZONE_INTS;
    const float = slot * ZONE_FLOATS;
    const { ints, floats } = this;
    const newest = this.newestOf[kind] as number;
    ints[int + KIND] = kind;
    ints[int + INDEX] = index;
    ints[int + KNOWN] = known;
    ints[int + TAG] = tag;
    ints[int + STAGE] = 0;
    ints[int + NEXT] = 0;
    ints[int + PREVIOUS] = newest;
    const bullish = (tag & 1) === 0;
    const middle = (top + bottom) / 2;
    floats[float + TOP] = top;
    floats[float + BOTTOM] = bottom;
    floats[float + ATR] = atr;
    floats[float + FIRST_EDGE] = bullish ? top : -bottom;
    floats[float + FIRST_EDGE + 1] = bullish ? middle : -middle;
    floats[float + FIRST_EDGE + 2] = bullish ? bottom : -top;
    if (newest === 0) this.oldestOf[kind] = slot;
    else ints[newest * ZONE_INTS + NEXT] = slot;
    this.newestOf[kind] = slot;
    return slot;
  }

  /** Ends a zone: it is no longer listed, but its row stays readable until it is released. */
  unlink(slot: number): void {
    const { ints } = this;
    const int = slot * ZONE_INTS;
    const kind = ints[int + KIND] as number;
    const next = ints[int + NEXT] as number;
    const previous = ints[int + PREVIOUS] as number;
    if (previous === 0) this.oldestOf[kind] = next;
    else ints[previous * ZONE_INTS + NEXT] = next;
    if (next === 0) this.newestOf[kind] = previous;
    else ints[next * ZONE_INTS + PREVIOUS] = previous;
  }

  /** Gives the slot of an unlinked zone free for the next one. */
  release(slot: number): void {
    this.ints[slot * ZONE_INTS + NEXT] = this.free;
    this.free = slot;
  }

  oldest(kind: number): number {
    return this.oldestOf[kind] as number;
  }

  newest(kind: number): number {
    return this.newestOf[kind] as number;
  }

  next(slot: number): number {
    return this.ints[slot * ZONE_INTS + NEXT] as number;
  }

  previous(slot: number): number {
    return this.ints[slot * ZONE_INTS + PREVIOUS] as number;
  }

  kind(slot: number): number {
    return this.ints[slot * ZONE_INTS + KIND] as number;
  }

  index(slot: number): number {
    return this.ints[slot * ZONE_INTS + INDEX] as number;
  }

  known(slot: number): number {
    return this.ints[slot * ZONE_INTS + KNOWN] as number;
  }

  tag(slot: number): number {
    return this.ints[slot * ZONE_INTS + TAG] as number;
  }

  stage(slot: number): number {
    return this.ints[slot * ZONE_INTS + STAGE] as number;
  }

  setStage(slot: number, stage: number): void {
    this.ints[slot * ZONE_INTS + STAGE] = stage;
  }

  top(slot: number): number {
    return this.floats[slot * ZONE_FLOATS + TOP] as number;
  }

  bottom(slot: number): number {
    return this.floats[slot * ZONE_FLOATS + BOTTOM] as number;
  }

  /** ATR at the close at which the zone became known; `NaN` while undefined. */
  atr(slot: number): number {
    return this.floats[slot * ZONE_FLOATS + ATR] as number;
  }

  /** Price of an edge (`NEAR`, `MIDDLE`, `FAR`), negated for a bearish zone: what ladders sort by. */
  edgeKey(slot: number, edge: number): number {
    return this.floats[slot * ZONE_FLOATS + FIRST_EDGE + edge] as number;
  }

  /** The zones of a kind as rows of events with the given code, oldest first. */
  rows(kind: number, code: number): EventRow[] {
    const rows: EventRow[] = [];
    for (let slot = this.oldest(kind); slot !== 0; slot = this.next(slot)) {
      rows.push({
        code,
        index: this.index(slot),
        knownIndex: this.known(slot),
        tag: this.tag(slot),
        a: this.top(slot),
        b: this.bottom(slot),
        c: this.atr(slot),
      });
    }
    return rows;
  }

  private takeSlot(): number {
    const slot = this.free;
    if (slot !== 0) {
      this.free = this.ints[slot * ZONE_INTS + NEXT] as number;
      return slot;
    }
    if (this.used === this.capacity) this.grow();
    this.used += 1;
    return this.used - 1;
  }

  private grow(): void {
    this.capacity *= 2;
    const ints = new Int32Array(this.capacity * ZONE_INTS);
    const floats = new Float64Array(this.capacity * ZONE_FLOATS);
    ints.set(this.ints);
    floats.set(this.floats);
    this.ints = ints;
    this.floats = floats;
  }
}
