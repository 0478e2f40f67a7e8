import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

/** A bearish gap from 104 to 108, known at candle 2, drawn at 1. */
const DOWN: readonly Prices[] = [
  [110, 111, 108, 109],
  [109, 109, 101, 102],
  [102, 104, 101, 102],
];
/** Up again: a bullish gap from 104 to 107, known at candle 4, drawn at 3. */
const UP: readonly Prices[] = [
  [102, 107.5, 102, 107],
  [107.5, 109, 107, 107.5],
];

function ranges(rows: readonly Prices[], detectors = {}) {
  return eventsOf("balanced-price-range", candlesOf(rows), { detectors });
}

describe("balanced-price-range", () => {
  it("is the overlap of a new gap with an opposite one, in the name of the new one", () => {
    expect(ranges([...DOWN, ...UP])).toEqual([
      {
        kind: "balanced-price-range",
        event: "detected",
        id: "balanced-price-range:bullish:1736901900000:1736900100000",
        bias: "bullish",
        index: 3,
        knownIndex: 4,
        openTime: 1_736_901_900_000,
        knownAt: 1_736_903_700_000,
        top: 107,
        bottom: 104,
      },
    ]);
    expect(ranges(mirrored([...DOWN, ...UP]))[0]).toMatchObject({ bias: "bearish", top: -104, bottom: -107 });
  });

  it("needs an overlap with height", () => {
    // The bullish gap reaches from 102.5 to the low of the last candle, the bearish one begins at 104.
    const rises: Prices[] = [
      [102, 102.5, 101, 102],
      [102, 105, 102, 104.5],
    ];
    expect(ranges([...DOWN, ...rises, [104.5, 106, 104, 105]])).toEqual([]);
    const [found] = ranges([...DOWN, ...rises, [104.5, 106, 104.5, 105]]);
    expect(found).toMatchObject({ top: 104.5, bottom: 104 });
  });

  it("reaches 20 candles back by default", () => {
    const wait = (count: number) => Array.from({ length: count }, (): Prices => [102, 104, 101, 102]);
    expect(ranges([...DOWN, ...wait(18), ...UP])).toHaveLength(1);
    expect(ranges([...DOWN, ...wait(19), ...UP])).toHaveLength(0);
    expect(ranges([...DOWN, ...wait(1), ...UP], { balancedPriceRange: { maxApart: 2 } })).toHaveLength(0);
  });

  it("leaves out a gap that is inverted, on the candle of the new gap too, but not one that is filled", () => {
    const closesAbove: Prices = [107.5, 109, 107, 108.5];
    expect(ranges([...DOWN, UP[0] as Prices, closesAbove])).toHaveLength(0);
    const fills: Prices[] = [
      [102, 108, 102, 107],
      [107.5, 109, 107, 107.5],
    ];
    expect(ranges([...DOWN, ...fills])).toHaveLength(1);
  });

  it("is one for each gap that the new one overlaps, the older first", () => {
    // Two bearish gaps, 106-108 and 104.2-107, before a bullish one from 104 to 106.5.
    const rows: Prices[] = [
      [110, 111, 108, 109],
      [109, 109, 107, 107.5],
      [106, 106, 104, 104.1],
      [104, 104.2, 103, 103.5],
      [103.5, 104, 103, 103.5],
      [103.5, 106.8, 103.5, 106.5],
      [106.9, 107, 106.5, 106.8],
    ];
    expect(
      rowsOf(
        ranges(rows).filter(({ event }) => event === "detected"),
        "bottom",
        "top",
      ),
    ).toEqual([
      ["detected", 5, 6, 106, 106.5],
      ["detected", 5, 6, 104.2, 106.5],
    ]);
  });

  it("is touched, then filled, which ends it, or expires", () => {
    const rows = (...last: Prices[]) =>
      rowsOf(ranges([...DOWN, ...UP, ...last], { balancedPriceRange: { maxAge: 3 } }), "filledPercent").slice(
        1,
      );
    const low = (price: number): Prices => [108, 109, price, 108];
    expect(rows(low(107), low(105.5), low(104), low(103))).toEqual([
      ["touched", 3, 5, 0],
      ["filled", 3, 7, 100],
    ]);
    expect(rows(low(107.2), low(106.25), low(107.5))).toEqual([
      ["touched", 3, 6, 25],
      ["expired", 3, 7, 25],
    ]);
  });
});
