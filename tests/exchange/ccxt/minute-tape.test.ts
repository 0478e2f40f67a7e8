import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { createMinuteTape } from "../../../src/exchange/ccxt/minute-tape.ts";

const MINUTE = 60_000;
const START = 10 * MINUTE;

function minute(index: number, volume = 1, close = 100): Candle {
  return { openTime: START + index * MINUTE, open: 100, high: 110, low: 90, close, volume };
}

function aTape() {
  const tape = createMinuteTape(START + 30_000, 2000);
  /** Heard as each minute ended, unless a test says when. */
  const observe = (candle: Candle, heardAtMs = candle.openTime + MINUTE) => tape.observe(candle, heardAtMs);
  return { ...tape, observe };
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

  it("needs nobody else for minutes that the stream followed to their end", () => {
    const tape = aTape();
    tape.observe(minute(0), START + MINUTE - 5000);
    tape.observe(minute(1));
    expect(tape.followed(START + MINUTE)).toEqual([minute(0)]);
    tape.observe(minute(2));
    expect(tape.followed(START + 2 * MINUTE)).toEqual([minute(0), minute(1)]);
    tape.delivered(minute(0));
    expect(tape.followed(START + 2 * MINUTE)).toEqual([minute(1)]);
  });

  it("asks the exchange for a minute of whose last seconds it heard nothing", () => {
    const tape = aTape();
    tape.observe(minute(0), START + MINUTE - 5001);
    tape.observe(minute(1));
    expect(tape.followed(START + MINUTE)).toBeUndefined();
  });

  it("asks the exchange when a minute is missing, still forms or was cut", () => {
    const missing = aTape();
    missing.observe(minute(0));
    missing.observe(minute(2));
    expect(missing.followed(START + 2 * MINUTE)).toBeUndefined();
    const forming = aTape();
    forming.observe(minute(0));
    expect(forming.followed(START + MINUTE)).toBeUndefined();
    const cut = aTape();
    cut.observe(minute(0));
    cut.interrupted();
    cut.observe(minute(1));
    expect(cut.followed(START + MINUTE)).toBeUndefined();
    cut.observe(minute(0, 2));
    expect(cut.followed(START + MINUTE)).toEqual([minute(0, 2)]);
  });
});
