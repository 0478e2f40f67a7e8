import { describe, expect, it } from "vitest";
import { RelativeVolume } from "../../../src/engine/facts/relative-volume.ts";
import { generatedCandles } from "../detect/generated-candles.ts";
import { largestDifference, sum, valuesOf, withVolumes } from "./fact-series.ts";

const relative = (volumes: readonly number[], length: number) =>
  valuesOf(withVolumes(volumes), (series) => new RelativeVolume(series, length));

describe("RelativeVolume", () => {
  it("compares with the mean of the candles before, the newest left out", () => {
    expect(relative([2, 4, 6, 10, 1], 2)).toEqual([Number.NaN, Number.NaN, 2, 2, 0.125]);
  });

  it("is unknown after candles without volume and 0 for a candle without any", () => {
    expect(relative([0, 0, 5, 0], 2)).toEqual([Number.NaN, Number.NaN, Number.NaN, 0]);
  });

  it("does not carry rounding from long ago", () => {
    const tail = [3, 1, 2, 5];
    expect(relative([1e17, 0.1, ...tail], 3).at(-1)).toBe(relative(tail, 3).at(-1));
  });

  it("agrees with the quotient written out", () => {
    const volumes = generatedCandles(4, 500, 900_000).map(({ volume }) => volume);
    const expected = volumes.map((volume, at) =>
      at < 20 ? Number.NaN : (volume * 20) / sum(volumes.slice(at - 20, at)),
    );
    expect(new Set(volumes).size).toBeGreaterThan(10);
    expect(largestDifference(relative(volumes, 20), expected)).toBeLessThan(1e-13);
  });
});
