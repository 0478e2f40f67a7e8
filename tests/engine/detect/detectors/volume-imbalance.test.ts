import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

/** Bodies 100-102 and 104-106 that only wicks connect. */
const IMBALANCE: readonly Prices[] = [
  [100, 103.5, 99, 102],
  [104, 107, 103, 106],
];

function imbalances(rows: readonly Prices[], volumeImbalance = {}) {
  return eventsOf("volume-imbalance", candlesOf(rows), { detectors: { volumeImbalance } });
}

const low = (price: number): Prices => [106, 107, price, 106];

describe("volume-imbalance", () => {
  it("spans the space between two bodies whose candles overlap", () => {
    expect(imbalances(IMBALANCE)).toEqual([
      {
        kind: "volume-imbalance",
        event: "detected",
        id: "volume-imbalance:bullish:1736900100000",
        bias: "bullish",
        index: 1,
        knownIndex: 1,
        openTime: 1_736_900_100_000,
        knownAt: 1_736_901_000_000,
        top: 104,
        bottom: 102,
      },
    ]);
    expect(imbalances(mirrored(IMBALANCE))[0]).toMatchObject({ bias: "bearish", top: -102, bottom: -104 });
  });

  it("takes candles that only meet, dojis too, but no bodies that meet and no gap", () => {
    expect(
      imbalances([
        [102, 103, 99, 102],
        [104, 107, 103, 104],
      ]),
    ).toHaveLength(1);
    expect(
      imbalances([
        [100, 103, 99, 102],
        [102, 107, 101, 106],
      ]),
    ).toEqual([]);
    expect(
      imbalances([
        [100, 102.5, 99, 102],
        [104, 107, 103, 106],
      ]),
    ).toEqual([]);
  });

  it("can be born with price inside: the next candle touches it, with the depth of its own candle", () => {
    expect(rowsOf(imbalances([...IMBALANCE, low(103.9)]), "filledPercent")).toEqual([
      ["detected", 1, 1, undefined],
      ["touched", 1, 2, 50],
    ]);
  });

  it("ends when it is filled, or with its age", () => {
    expect(rowsOf(imbalances([...IMBALANCE, low(102), low(101)]), "filledPercent").slice(1)).toEqual([
      ["touched", 1, 2, 100],
      ["filled", 1, 2, 100],
    ]);
    expect(
      rowsOf(imbalances([...IMBALANCE, low(105), low(105)], { maxAge: 2 }), "filledPercent").slice(1),
    ).toEqual([["expired", 1, 3, 50]]);
  });
});
