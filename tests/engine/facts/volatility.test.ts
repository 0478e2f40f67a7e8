import { describe, expect, it } from "vitest";
import { RealisedVolatility } from "../../../src/engine/facts/realised-volatility.ts";
import { VolatilityPercentile } from "../../../src/engine/facts/volatility-percentile.ts";
import { generatedCandles } from "../detect/generated-candles.ts";
import { largestDifference, sum, valuesOf, withCloses } from "./fact-series.ts";

const volatility = (closes: readonly number[], length: number) =>
  valuesOf(withCloses(closes), (series) => new RealisedVolatility(series, length));

function percentile(closes: readonly number[], volatilityLength: number, length: number): number[] {
  return valuesOf(withCloses(closes), (series) => {
    const realised = new RealisedVolatility(series, volatilityLength);
    const rank = new VolatilityPercentile(realised, length);
    return {
      get current() {
        return rank.current;
      },
      update(index: number) {
        realised.update(index);
      },
    };
  });
}

const closes = generatedCandles(4, 600, 900_000).map(({ close }) => close);

describe("RealisedVolatility", () => {
  it("is the root of the mean square of the returns in percent", () => {
    const [, , first, second] = volatility([1, Math.exp(0.03), Math.exp(0.07), Math.exp(0.07)], 2);
    expect(first).toBeCloseTo(100 * Math.sqrt((0.03 ** 2 + 0.04 ** 2) / 2), 12);
    expect(second).toBeCloseTo(100 * Math.sqrt(0.04 ** 2 / 2), 12);
  });

  it("is 0 in a market that stands still and unknown before it has enough returns", () => {
    expect(volatility([5, 5, 5, 5], 3)).toEqual([Number.NaN, Number.NaN, Number.NaN, 0]);
  });

  it("is unknown as long as a price that is not positive is in sight", () => {
    const found = volatility([1, 1, 0, 1, 1, 1, -2, -3, 1, 1, 1], 2);
    expect(found.map((value) => !Number.isNaN(value))).toEqual([
      ...[false, false, false, false, false, true, false, false, false, false, true],
    ]);
  });

  it("agrees with logarithms of prices taken apart", () => {
    const logs = closes.map(Math.log);
    const expected = closes.map((_, at) => {
      if (at < 20) return Number.NaN;
      const window = logs.slice(at - 20, at + 1);
      return 100 * Math.sqrt(sum(window.slice(1).map((log, k) => (log - (window[k] ?? 0)) ** 2)) / 20);
    });
    expect(largestDifference(volatility(closes, 20), expected)).toBeLessThan(1e-9);
  });
});

describe("VolatilityPercentile", () => {
  it("is the share of the values before that were lower", () => {
    // Volatilities of one return: 1 %, 3 %, 2 %, 4 %, 0 % and so on from the second candle.
    const levels = [0, 0.01, 0.04, 0.06, 0.1, 0.1, 0.13];
    const prices = levels.map((level) => Math.exp(level));
    expect(percentile(prices, 1, 2)).toEqual([Number.NaN, Number.NaN, Number.NaN, 50, 100, 0, 50]);
  });

  it("counts equal values as not lower", () => {
    expect(percentile([5, 5, 5, 5, 5], 1, 2).slice(3)).toEqual([0, 0]);
  });

  it("begins anew after a stretch without volatility", () => {
    const found = percentile([1, 2, 1, 2, 0, 1, 2, 1, 2, 1], 1, 2);
    expect(found.map((value) => !Number.isNaN(value))).toEqual([
      ...[false, false, false, true, false, false, false, false, true, true],
    ]);
  });

  it("agrees with sorting the values", () => {
    const values = volatility(closes, 20);
    const expected = values.map((value, at) => {
      if (at < 120) return Number.NaN;
      const sorted = [...values.slice(at - 100, at), value].sort((one, other) => one - other);
      return sorted.indexOf(value);
    });
    expect(percentile(closes, 20, 100)).toEqual(expected);
  });
});
