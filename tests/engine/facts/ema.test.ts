import { describe, expect, it } from "vitest";
import { ExponentialMovingAverage } from "../../../src/engine/facts/ema.ts";
import { generatedCandles } from "../detect/generated-candles.ts";
import { largestDifference, sum, valuesOf, withCloses } from "./fact-series.ts";

const ema = (closes: readonly number[], length: number) =>
  valuesOf(withCloses(closes), (series) => new ExponentialMovingAverage(series, length));

/** Every close with its own weight, written out: no value is made from the one before. */
function weighted(closes: readonly number[], length: number): number[] {
  const alpha = 2 / (length + 1);
  return closes.map((_, index) => {
    if (index < length - 1) return Number.NaN;
    const start = sum(closes.slice(0, length)) / length;
    const later = closes.slice(length, index + 1);
    const weights = later.map((_close, at) => alpha * (1 - alpha) ** (later.length - 1 - at));
    return start * (1 - alpha) ** later.length + sum(later.map((close, at) => close * (weights[at] ?? 0)));
  });
}

describe("ExponentialMovingAverage", () => {
  it("starts with the mean and then moves by its weight towards each close", () => {
    // 2 / (3 + 1) is one half.
    expect(ema([1, 2, 6, 5, 10], 3)).toEqual([Number.NaN, Number.NaN, 3, 4, 7]);
  });

  it("is the close itself with a length of one", () => {
    expect(ema([5, 7, 6], 1)).toEqual([5, 7, 6]);
  });

  it("gives the published ten-day example", () => {
    const closes = [22.27, 22.19, 22.08, 22.17, 22.18, 22.13, 22.23, 22.43, 22.24, 22.29];
    const later = [22.15, 22.39, 22.38, 22.61, 23.36, 24.05];
    const shown = ema([...closes, ...later], 10).slice(9);
    expect(shown.map((value) => value.toFixed(2))).toEqual([
      ...["22.22", "22.21", "22.24", "22.27", "22.33", "22.52", "22.80"],
    ]);
  });

  it.each([2, 20, 50, 200])("agrees with the weighted sum of all closes (length %i)", (length) => {
    const closes = generatedCandles(4, 900, 900_000).map(({ close }) => close);
    expect(largestDifference(ema(closes, length), weighted(closes, length))).toBeLessThan(1e-12);
  });
});
