import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

/** A bullish gap from 102 to 106, known at candle 2 and inverted by candle 3. */
const INVERTED: readonly Prices[] = [
  [100, 102, 99, 101],
  [101, 107, 101, 107],
  [107, 110, 106, 109],
  [109, 109, 98, 99],
];
const below: Prices = [99, 101, 98, 99];

function inverse(rows: readonly Prices[], detectors = {}) {
  return eventsOf("inverse-fair-value-gap", candlesOf(rows), { detectors });
}

const life = (rows: readonly Prices[], maxAge = 500) =>
  rowsOf(inverse([...INVERTED, ...rows], { inverseFairValueGap: { maxAge } })).slice(1);

describe("inverse-fair-value-gap", () => {
  it("is the gap with the other bias, known at the inversion", () => {
    expect(inverse(INVERTED)).toEqual([
      {
        kind: "inverse-fair-value-gap",
        event: "detected",
        id: "inverse-fair-value-gap:bearish:1736900100000",
        bias: "bearish",
        index: 1,
        knownIndex: 3,
        openTime: 1_736_900_100_000,
        knownAt: 1_736_902_800_000,
        top: 106,
        bottom: 102,
      },
    ]);
    expect(inverse(mirrored(INVERTED))[0]).toMatchObject({ bias: "bullish", top: -102, bottom: -106 });
  });

  it("does not come from a gap that is only filled, or that has expired", () => {
    expect(inverse([...INVERTED.slice(0, 3), [109, 109, 98, 102]])).toEqual([]);
    const old = { fairValueGap: { maxAge: 1 } };
    expect(inverse([...INVERTED.slice(0, 3), [109, 110, 107, 109], [109, 109, 98, 99]], old)).toEqual([]);
    expect(inverse(INVERTED, old)).toHaveLength(1);
  });

  it("is retested once and invalidated by a close beyond", () => {
    expect(life([below, [99, 102, 98, 99], below, [99, 107, 98, 106]])).toEqual([["retested", 1, 5]]);
    expect(
      life([
        [99, 107, 98, 106.5],
        [99, 103, 98, 99],
      ]),
    ).toEqual([
      ["retested", 1, 4],
      ["invalidated", 1, 4],
    ]);
  });

  it("expires with its own age", () => {
    expect(life([below, below, below], 3)).toEqual([["expired", 1, 6]]);
    expect(life(Array.from({ length: 499 }, () => below))).toEqual([]);
    expect(life(Array.from({ length: 500 }, () => below))).toEqual([["expired", 1, 503]]);
  });
});
