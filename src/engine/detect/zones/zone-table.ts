import type { EventRow } from "../event-order.ts";
import { FIRST_INT, SlotTable } from "./slot-table.ts";

/** Places of a zone's numbers among its ints. */
export const ZONE_KIND = FIRST_INT;
export const ZONE_INDEX = FIRST_INT + 1;
export const ZONE_KNOWN = FIRST_INT + 2;
export const ZONE_TAG = FIRST_INT + 3;
export const ZONE_STAGE = FIRST_INT + 4;
export const ZONE_BIRTH = FIRST_INT + 5;
export const ZONE_INTS = FIRST_INT + 6;

/** Top, bottom and what the detector of the kind keeps with them. */
export const ZONE_FLOATS = 3;

/**
 * Living zones of several kinds, each kind a list in the order in which its zones became known. `tag` bit 0 is the
 * polarity: 0 bullish, 1 bearish.
 */
export class ZoneTable extends SlotTable {
  constructor() {
    super(ZONE_INTS, ZONE_FLOATS);
  }

  /** Adds a zone; `values` holds its floats. What becomes known later may have been added before. */
  add(
    kind: number,
    index: number,
    known: number,
    tag: number,
    stage: number,
    birth: number,
    values: Float64Array,
  ): number {
    const slot = this.take();
    const { ints, floats } = this;
    const int = slot * ZONE_INTS;
    const float = slot * ZONE_FLOATS;
    ints[int + ZONE_KIND] = kind;
    ints[int + ZONE_INDEX] = index;
    ints[int + ZONE_KNOWN] = known;
    ints[int + ZONE_TAG] = tag;
    ints[int + ZONE_STAGE] = stage;
    ints[int + ZONE_BIRTH] = birth;
    floats[float] = values[0] as number;
    floats[float + 1] = values[1] as number;
    floats[float + 2] = values[2] as number;
    let previous = this.newest(kind);
    while (previous !== 0 && this.known(previous) > known) previous = this.previous(previous);
    this.link(kind, slot, previous);
    return slot;
  }

  /** Candle at whose close the zone became known. */
  known(slot: number): number {
    return this.ints[slot * ZONE_INTS + ZONE_KNOWN] as number;
  }

  /** The zones of a kind as rows of events with the given code, oldest first. */
  rows(kind: number, code: number): EventRow[] {
    const rows: EventRow[] = [];
    for (let slot = this.oldest(kind); slot !== 0; slot = this.next(slot)) rows.push(this.row(slot, code));
    return rows.sort(
      (one, other) =>
        one.knownIndex - other.knownIndex ||
        one.index - other.index ||
        (one.tag & 1) - (other.tag & 1) ||
        one.tag - other.tag,
    );
  }

  private row(slot: number, code: number): EventRow {
    const { ints, floats } = this;
    const int = slot * ZONE_INTS;
    const float = slot * ZONE_FLOATS;
    return {
      code,
      index: ints[int + ZONE_INDEX] as number,
      knownIndex: ints[int + ZONE_KNOWN] as number,
      tag: ints[int + ZONE_TAG] as number,
      a: floats[float] as number,
      b: floats[float + 1] as number,
      c: floats[float + 2] as number,
    };
  }
}
