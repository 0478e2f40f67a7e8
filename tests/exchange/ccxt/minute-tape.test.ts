import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { createMinuteTape } from "../../../src/exchange/ccxt/minute-tape.ts";

const MINUTE = 60_000;
const START = 10 * MINUTE;

function minute(index: number, volume = 1, close = 100): Candle {
  return { openTime: START + index * MINUTE, open: 100, high: 110, low: 90, close, volume };
}

function aTape() {
  return createMinuteTape(START + 30_000, 2000);
}

describe("the minute tape", () => {
  it("awaits the minute that forms when it is made", () => {
    const tape = aTape();
    expect(tape.nextOpen()).toBe(START);
    expect(tape.dueAt()).toBe(START + MINUTE + 2000);
  });

  it("closes minutes by a later one of the stream or by the clock with its grace", () => {
    const tape = aTape();
    expect(tape.closedUntil(START + MINUTE + 1999)).toBe(START);
    expect(tape.closedUntil(START + MINUTE + 2000)).toBe(START + MINUTE);
    tape.observe(minute(2));
    expect(tape.closedUntil(START + 40_000)).toBe(START + 2 * MINUTE);
  });

  it("says which minute gives the price", () => {
    const tape = aTape();
    expect(tape.observe(minute(0))).toBe(true);
    expect(tape.observe(minute(1))).toBe(true);
    expect(tape.observe(minute(0))).toBe(false);
    tape.delivered(minute(1));
    expect(tape.observe(minute(1))).toBe(false);
    expect(tape.nextOpen()).toBe(START + 2 * MINUTE);
  });

  it("takes of stored and streamed minutes the fuller, in order, only those that are wanted", () => {
    const tape = aTape();
    tape.observe(minute(0, 5, 101));
    tape.observe(minute(1, 5, 102));
    tape.observe(minute(3, 1));
    const stored = [minute(-1), minute(0, 6, 103), minute(1, 4, 104), minute(2, 1), minute(3, 1)];
    expect(tape.closed(stored, START + 3 * MINUTE)).toEqual([
      minute(0, 6, 103),
      minute(1, 5, 102),
      minute(2, 1),
    ]);
  });

  it("prefers the stored minute when both are as full", () => {
    const tape = aTape();
    tape.observe(minute(0, 5, 101));
    expect(tape.closed([minute(0, 5, 102)], START + MINUTE)).toEqual([minute(0, 5, 102)]);
  });

  it("goes without stored minutes as far as the stream showed them whole", () => {
    const tape = aTape();
    tape.observe(minute(0));
    expect(tape.closed(undefined, START + MINUTE)).toEqual([]);
    tape.observe(minute(1));
    tape.observe(minute(3));
    tape.observe(minute(4));
    expect(tape.closed(undefined, START + 4 * MINUTE)).toEqual([minute(0), minute(1)]);
  });

  it("does not trust what the stream showed last before it was cut", () => {
    const tape = aTape();
    tape.observe(minute(0));
    tape.interrupted();
    tape.observe(minute(1));
    expect(tape.closed(undefined, START + MINUTE)).toEqual([]);
    tape.observe(minute(0, 2));
    expect(tape.closed(undefined, START + MINUTE)).toEqual([minute(0, 2)]);
  });
});
