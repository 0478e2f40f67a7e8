import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { shadowOf } from "../../../src/engine/trade/shadow.ts";
import { sampleSignal } from "../../fakes/control-trades.ts";

const KNOWN_AT = 900_000;

/** Open, high, low, close of 15m candles from the moment the setup was known. */
function candles(...rows: readonly (readonly [number, number, number, number])[]): Candle[] {
  return rows.map(([open, high, low, close], at) => ({
    openTime: KNOWN_AT + at * 900_000,
    open,
    high,
    low,
    close,
    volume: 1,
  }));
}

const long = sampleSignal({
  direction: "long",
  entryType: "market",
  knownAt: KNOWN_AT,
  expiresAt: KNOWN_AT + 2 * 900_000,
  entry: 100,
  stop: 98,
  targets: [103, 110],
});
const limit = { ...long, entryType: "limit" } as const;
const short = { ...long, direction: "short", stop: 102, targets: [97] } as const;

describe("the shadow of a setup that nobody took", () => {
  it.each([
    ["target", 1.5, [100, 103, 99, 102]],
    ["stop", -1, [100, 101, 98, 99]],
    ["stop", -1, [100, 104, 97, 103]],
    ["stop", -2.5, [95, 96, 94, 95]],
    ["running", 0.5, [100, 102, 99, 101]],
  ] as const)("of a long at the market ends at the %s with %f R", (outcome, r, row) => {
    expect(shadowOf(long, candles(row))).toEqual({ outcome, r });
  });

  it.each([
    ["target", 1.5, [100, 101, 97, 98]],
    ["stop", -1, [100, 102, 99, 100]],
    ["stop", -2, [104, 105, 103, 104]],
  ] as const)("of a short is the mirror image: %s with %f R", (outcome, r, row) => {
    expect(shadowOf(short, candles(row))).toEqual({ outcome, r });
  });

  it("does not look at the candles that made the setup", () => {
    const before = { openTime: 0, open: 100, high: 120, low: 80, close: 100, volume: 1 };
    expect(shadowOf(long, [before])).toEqual({ outcome: "running", r: 0 });
  });

  it("enters a limit where price reaches it, and takes no target out of that candle", () => {
    expect(shadowOf(limit, candles([101, 104, 100, 104]))).toEqual({ outcome: "running", r: 2 });
    expect(shadowOf(limit, candles([101, 102, 100, 101], [101, 103, 101, 103]))).toEqual({
      outcome: "target",
      r: 1.5,
    });
    expect(shadowOf(limit, candles([101, 102, 97, 98]))).toEqual({ outcome: "stop", r: -1 });
  });

  it("waits for a limit until it expires, and misses it when the target comes first", () => {
    expect(shadowOf(limit, candles([101, 102, 101, 101]))).toEqual({ outcome: "waiting", r: 0 });
    expect(shadowOf(limit, candles([101, 103, 101, 103], [103, 103, 99, 99]))).toEqual({
      outcome: "missed",
      r: 0,
    });
    const late = candles([101, 102, 101, 101], [101, 102, 101, 101], [101, 101, 99, 100]);
    expect(shadowOf(limit, late)).toEqual({ outcome: "missed", r: 0 });
  });
});
