import { describe, expect, it } from "vitest";
import type { Candle } from "../../../../src/engine/candles/candle.ts";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

/** No trade between 103 and 105. */
const GAP: readonly Prices[] = [
  [100, 103, 99, 102],
  [106, 108, 105, 107],
];

function gaps(candles: readonly Candle[], openingGap = {}) {
  return eventsOf("opening-gap", candles, { detectors: { openingGap } });
}

const low = (price: number): Prices => [106, 107, price, 106];

describe("opening-gap", () => {
  it("spans the prices between two candles at which nothing traded", () => {
    expect(gaps(candlesOf(GAP))).toEqual([
      {
        kind: "opening-gap",
        event: "detected",
        id: "opening-gap:bullish:1736900100000",
        bias: "bullish",
        index: 1,
        knownIndex: 1,
        openTime: 1_736_900_100_000,
        knownAt: 1_736_901_000_000,
        top: 105,
        bottom: 103,
      },
    ]);
    expect(gaps(candlesOf(mirrored(GAP)))[0]).toMatchObject({ bias: "bearish", top: -103, bottom: -105 });
    expect(gaps(candlesOf([GAP[0] as Prices, [104, 108, 103, 107]]))).toEqual([]);
  });

  it("does not ask how much time lies between the candles", () => {
    const [first, second] = candlesOf(GAP) as [Candle, Candle];
    expect(gaps([first, { ...second, openTime: second.openTime + 3 * 86_400_000 }])).toHaveLength(1);
  });

  it("is touched, filled and over, on one candle when it comes so", () => {
    expect(
      rowsOf(gaps(candlesOf([...GAP, low(104.5), low(103), low(102)])), "filledPercent").slice(1),
    ).toEqual([
      ["touched", 1, 2, 25],
      ["filled", 1, 3, 100],
    ]);
    expect(rowsOf(gaps(candlesOf([...GAP, low(100)])), "filledPercent").slice(1)).toEqual([
      ["touched", 1, 2, 100],
      ["filled", 1, 2, 100],
    ]);
  });

  it("expires after 500 candles, whatever lies between them", () => {
    const quiet = (count: number) => candlesOf([...GAP, ...Array.from({ length: count }, () => low(105.5))]);
    expect(gaps(quiet(499))).toHaveLength(1);
    expect(rowsOf(gaps(quiet(500)), "filledPercent").slice(1)).toEqual([["expired", 1, 501, 0]]);
    expect(rowsOf(gaps(candlesOf([...GAP, low(103)]), { maxAge: 1 })).map(([event]) => event)).toEqual([
      "detected",
      "touched",
      "filled",
    ]);
  });
});
