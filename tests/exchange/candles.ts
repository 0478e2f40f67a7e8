import type { Candle } from "../../src/engine/candles/candle.ts";

/** `count` minutes from `start` that rise by one: open 100, 101, ...; high one above the close. */
export function risingMinutes(start: number, count: number): Candle[] {
  return Array.from({ length: count }, (_, index) => ({
    openTime: start + index * 60_000,
    open: 100 + index,
    high: 102 + index,
    low: 99 + index,
    close: 101 + index,
    volume: 10,
  }));
}
