import { describe, expect, it } from "vitest";
import { CandleSeries } from "../../../src/engine/candles/candle-series.ts";
import { AverageTrueRange, trueRange } from "../../../src/engine/facts/atr.ts";
import { candlesOf, type Prices } from "../detect/fixture.ts";

function atr(rows: readonly Prices[], length: number): number[] {
  const series = new CandleSeries({ timeframe: "15m" });
  const average = new AverageTrueRange(series, length);
  return candlesOf(rows).map((candle, index) => {
    series.push(candle);
    average.update(index);
    return average.current;
  });
}

describe("trueRange", () => {
  it("stretches the range to the close before", () => {
    const series = new CandleSeries({ timeframe: "15m" });
    for (const candle of candlesOf([
      [10, 12, 9, 11],
      [15, 16, 14, 15],
      [9, 10, 8, 9],
      [9, 11, 8, 9],
    ])) {
      series.push(candle);
    }
    expect([0, 1, 2, 3].map((index) => trueRange(series, index))).toEqual([3, 5, 7, 3]);
  });
});

describe("AverageTrueRange", () => {
  const rows: Prices[] = [
    [10, 12, 9, 11],
    [15, 16, 14, 15],
    [9, 10, 8, 9],
    [9, 11, 8, 9],
  ];

  it("starts with the mean of the first true ranges and then follows Wilder", () => {
    expect(atr(rows, 2)).toEqual([Number.NaN, 4, (4 + 7) / 2, (5.5 + 3) / 2]);
    expect(atr(rows, 3)).toEqual([Number.NaN, Number.NaN, 5, (2 * 5 + 3) / 3]);
  });

  it("is first known at candle 13 with its usual length", () => {
    const calm: Prices[] = Array.from({ length: 20 }, () => [10, 11, 9, 10]);
    expect(atr(calm, 14)).toEqual(Array.from({ length: 20 }, (_, index) => (index < 13 ? Number.NaN : 2)));
  });
});
