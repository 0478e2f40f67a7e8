import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { candleFault } from "../../../src/engine/candles/candle-check.ts";

const good: Candle = { openTime: 60_000, open: 10, high: 12, low: 9, close: 11, volume: 3 };

describe("candleFault", () => {
  it("accepts a candle whose prices all lie in its range", () => {
    expect(candleFault(good)).toBeUndefined();
    expect(candleFault(good, 0)).toBeUndefined();
  });

  it("accepts flat, zero and negative prices and no volume", () => {
    expect(candleFault({ openTime: 0, open: 0, high: 0, low: 0, close: 0, volume: 0 })).toBeUndefined();
    expect(candleFault({ ...good, open: -10, high: -9, low: -12, close: -11, volume: 0 })).toBeUndefined();
  });

  it.each(["openTime", "open", "high", "low", "close", "volume"] as const)(
    "refuses NaN and infinity as %s",
    (column) => {
      expect(candleFault({ ...good, [column]: Number.NaN })).toBe("not-a-number");
      expect(candleFault({ ...good, [column]: Number.POSITIVE_INFINITY })).toBe("not-a-number");
    },
  );

  it.each([
    [{ openTime: 60_000.5 }, "time-not-whole"],
    [{ high: 8 }, "high-below-low"],
    [{ open: 12.5 }, "open-outside-range"],
    [{ open: 8.5 }, "open-outside-range"],
    [{ close: 12.5 }, "close-outside-range"],
    [{ close: 8.5 }, "close-outside-range"],
    [{ volume: -1 }, "volume-negative"],
  ] as const)("refuses %j as %s", (change, fault) => {
    expect(candleFault({ ...good, ...change })).toBe(fault);
  });

  it("refuses a time that does not rise", () => {
    expect(candleFault(good, 60_000)).toBe("time-duplicate");
    expect(candleFault(good, 60_001)).toBe("time-falling");
    expect(candleFault(good, 59_999)).toBeUndefined();
  });
});
