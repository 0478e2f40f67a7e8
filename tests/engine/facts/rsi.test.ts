import { describe, expect, it } from "vitest";
import { RelativeStrengthIndex } from "../../../src/engine/facts/rsi.ts";
import { generatedCandles } from "../detect/generated-candles.ts";
import { largestDifference, sum, valuesOf, withCloses } from "./fact-series.ts";

const rsi = (closes: readonly number[], length = 14) =>
  valuesOf(withCloses(closes), (series) => new RelativeStrengthIndex(series, length));

/** 100 - 100 / (1 + RS), with both averages written out as weighted sums of all moves. */
function fromWeights(closes: readonly number[], length: number): number[] {
  const moves = closes.slice(1).map((close, at) => close - (closes[at] ?? 0));
  const average = (values: readonly number[]) => {
    const later = values.slice(length);
    const keep = (length - 1) / length;
    const start = (sum(values.slice(0, length)) / length) * keep ** later.length;
    return start + sum(later.map((value, at) => (value / length) * keep ** (later.length - 1 - at)));
  };
  return closes.map((_, index) => {
    if (index < length) return Number.NaN;
    const until = moves.slice(0, index);
    const strength =
      average(until.map((move) => Math.max(move, 0))) / average(until.map((move) => Math.max(-move, 0)));
    return 100 - 100 / (1 + strength);
  });
}

describe("RelativeStrengthIndex", () => {
  it("is the share of rises in all moves, smoothed after Wilder", () => {
    // Rises 1, 0 and falls 0, 1: half. Then a rise of 3: (0.5 + 3) / 2 = 1.75 against (0.5 + 0) / 2 = 0.25.
    expect(rsi([10, 11, 10, 13], 2)).toEqual([Number.NaN, Number.NaN, 50, 87.5]);
  });

  it("is 100 when price only rises, 0 when it only falls and unknown when it never moves", () => {
    expect(rsi([1, 2, 3, 5], 2).slice(2)).toEqual([100, 100]);
    expect(rsi([5, 4, 3, 1], 2).slice(2)).toEqual([0, 0]);
    expect(rsi([5, 5, 5, 5, 6], 2).slice(2)).toEqual([Number.NaN, Number.NaN, 100]);
  });

  it("gives the published fourteen-day example", () => {
    const closes = [
      ...[44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931],
      ...[46.0328, 45.614, 46.282, 46.282, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521],
    ];
    const shown = rsi(closes).slice(14);
    expect(shown.map((value) => value.toFixed(2))).toEqual([
      ...["70.53", "66.32", "66.55", "69.41", "66.36", "57.97", "62.93", "63.26"],
    ]);
  });

  it("agrees with Wilder's own form over weighted sums", () => {
    const closes = generatedCandles(4, 700, 900_000).map(({ close }) => close);
    expect(largestDifference(rsi(closes), fromWeights(closes, 14))).toBeLessThan(1e-11);
  });
});
