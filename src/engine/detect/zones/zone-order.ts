import type { SlotList } from "./slot-list.ts";
import { INDEX, KIND, TAG, ZONE_INTS, type ZoneTable } from "./zone-table.ts";

/** Up to here insertion beats the sort of the language. */
const FEW = 24;

/** Sorts slots by kind, then `index`, bullish first: the order in which one candle's events are reported. */
export function sortZones(table: ZoneTable, slots: SlotList): void {
  if (slots.length > FEW) {
    slots.sort((one, other) => compareZones(table, one, other));
    return;
  }
  for (let at = 1; at < slots.length; at += 1) {
    const slot = slots.at(at);
    let place = at;
    while (place > 0 && compareZones(table, slot, slots.at(place - 1)) < 0) {
      slots.set(place, slots.at(place - 1));
      place -= 1;
    }
    slots.set(place, slot);
  }
}

function compareZones(table: ZoneTable, one: number, other: number): number {
  const { ints } = table;
  const a = one * ZONE_INTS;
  const b = other * ZONE_INTS;
  const kinds = (ints[a + KIND] as number) - (ints[b + KIND] as number);
  if (kinds !== 0) return kinds;
  const indices = (ints[a + INDEX] as number) - (ints[b + INDEX] as number);
  if (indices !== 0) return indices;
  const oneTag = ints[a + TAG] as number;
  const otherTag = ints[b + TAG] as number;
  return (oneTag & 1) - (otherTag & 1) || oneTag - otherTag;
}
