import { describe, expect, it } from "vitest";
import { DST_STARTS, generateCandles, randomNumbers, SERIES_KINDS } from "./generate.ts";

describe("generated series", () => {
  it.each(SERIES_KINDS)("gives the same valid %s candles for the same seed", (kind) => {
    const options = { kind, seed: 11, length: 400, timeframe: "15m" } as const;
    const candles = generateCandles(options);
    expect(candles).toHaveLength(400);
    expect(generateCandles(options)).toEqual(candles);
    expect(generateCandles({ ...options, seed: 12 })).not.toEqual(candles);
    candles.forEach(({ openTime, open, high, low, close }, i) => {
      expect(high).toBeGreaterThanOrEqual(Math.max(open, close));
      expect(low).toBeLessThanOrEqual(Math.min(open, close));
      if (i > 0) expect(openTime).toBeGreaterThan(candles[i - 1]?.openTime ?? Number.POSITIVE_INFINITY);
    });
  });

  it("leaves out the weekend and keeps the rest without a hole", () => {
    const candles = generateCandles({
      kind: "weekends",
      seed: 1,
      length: 24 * 5 * 2,
      timeframe: "1h",
      start: Date.UTC(2025, 2, 3, 5), // Monday 00:00 New York
    });
    const steps = candles
      .slice(1)
      .map(({ openTime }, i) => (openTime - (candles[i]?.openTime ?? 0)) / 3_600_000);
    // Friday 16:00 to Sunday 17:00 is 49 hours, one fewer over the change of the clock on 9 March.
    expect(steps.filter((step) => step !== 1)).toEqual([48, 49]);
  });

  it("starts near clock changes when no start is given", () => {
    const starts = [1, 2, 3, 4, 5, 6].map(
      (seed) => generateCandles({ kind: "walk", seed, length: 1, timeframe: "1h" })[0]?.openTime,
    );
    expect(starts.every((start) => start !== undefined && DST_STARTS.includes(start))).toBe(true);
    expect(new Set(starts).size).toBeGreaterThan(1);
  });

  it("draws numbers from [0, 1) that a seed fixes", () => {
    const random = randomNumbers(42);
    const drawn = [random(), random(), random()];
    const again = randomNumbers(42);
    expect([again(), again(), again()]).toEqual(drawn);
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
