import { type PixelX, pixelX, type Slot, slot } from "../units.ts";

/**
 * The time axis: every candle has a slot of the same width, so nights and weekends leave no hole.
 * Slots after the last candle are the future, one for each coming candle.
 */
export interface SlotScale {
  readonly count: number;
  readonly slotWidth: number;
  readonly left: PixelX;
  readonly right: PixelX;
  /** Middle of the slot. */
  toX(at: Slot): PixelX;
  /** The candle that holds the instant or the last one before it; before the first candle below zero. */
  holding(timeMs: number): Slot;
  /** First candle that opens at or after the instant; counts on into the future. */
  from(timeMs: number): Slot;
  /** Whether the instant lies before the first drawn candle. */
  isBefore(timeMs: number): boolean;
  /** Whether the instant lies after the close of the last candle. */
  isAfter(timeMs: number): boolean;
}

export interface SlotScaleOptions {
  readonly openTimes: readonly number[];
  readonly candleMs: number;
  readonly left: PixelX;
  readonly right: PixelX;
  /** Pixels kept free after the last candle. */
  readonly future: number;
}

export function createSlotScale(options: SlotScaleOptions): SlotScale {
  const { openTimes, candleMs, left, right, future } = options;
  const count = openTimes.length;
  const slotWidth = (right - left - future) / Math.max(1, count);
  const last = openTimes[count - 1] ?? 0;
  const from = (timeMs: number): Slot =>
    slot(timeMs > last ? count - 1 + Math.ceil((timeMs - last) / candleMs) : firstAtLeast(openTimes, timeMs));
  return {
    count,
    slotWidth,
    left,
    right,
    toX: (at) => pixelX(left + (at + 0.5) * slotWidth),
    holding: (timeMs) =>
      timeMs >= last
        ? slot(count - 1 + Math.floor((timeMs - last) / candleMs))
        : slot(firstAtLeast(openTimes, timeMs + 1) - 1),
    from,
    isBefore: (timeMs) => timeMs < (openTimes[0] ?? 0),
    isAfter: (timeMs) => timeMs > last + candleMs,
  };
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
