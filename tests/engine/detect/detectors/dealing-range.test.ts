import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

const layers = [
  { name: "internal", left: 1, right: 1 },
  { name: "swing", left: 1, right: 1 },
];

function updates(rows: readonly Prices[], only = layers) {
  return eventsOf("dealing-range", candlesOf(rows), { detectors: { swing: { layers: only } } });
}

const QUIET: Prices = [100, 101, 99, 100];
/** A high of 110 at candle 1 and a low of 90 at 3, confirmed at 2 and 4. */
const RANGE: readonly Prices[] = [QUIET, [100, 110, 99, 100], QUIET, [100, 101, 90, 100]];

describe("dealing-range", () => {
  it("runs between the last confirmed high and low, drawn at the later, known when both are", () => {
    expect(updates([...RANGE, QUIET])).toEqual([
      {
        kind: "dealing-range",
        event: "updated",
        id: "dealing-range:1736901900000",
        index: 3,
        knownIndex: 4,
        openTime: 1_736_901_900_000,
        knownAt: 1_736_903_700_000,
        top: 110,
        bottom: 90,
      },
    ]);
    expect(updates(mirrored([...RANGE, QUIET]))[0]).toMatchObject({ top: -90, bottom: -110 });
    expect(updates(RANGE)).toEqual([]);
  });

  it("waits for a close inside, edges included", () => {
    const outside: Prices = [100, 112, 99, 111];
    const wait = (close: number) => rowsOf(updates([...RANGE, outside, [111, 113, 99, close]]));
    expect(rowsOf(updates([...RANGE, outside]))).toEqual([]);
    expect(wait(110.1)).toEqual([]);
    expect(wait(110)).toEqual([["updated", 3, 5]]);
  });

  it("is updated by every new confirmation, with the edge that changed", () => {
    const rows: Prices[] = [...RANGE, QUIET, [100, 105, 99, 100], QUIET, QUIET];
    expect(rowsOf(updates(rows), "top", "bottom")).toEqual([
      ["updated", 3, 4, 110, 90],
      ["updated", 5, 6, 105, 90],
    ]);
  });

  it("takes both edges from one candle that is a high and a low", () => {
    expect(rowsOf(updates([QUIET, [100, 110, 90, 100], QUIET]), "top", "bottom")).toEqual([
      ["updated", 1, 2, 110, 90],
    ]);
  });

  it("does not come while the low lies above the high", () => {
    // A high of 110 at 1; then a rise to 120 leaves a low of 112 at 4, whose candle closes above 110.
    const rows: Prices[] = [
      QUIET,
      [100, 110, 99.5, 108],
      [108, 109, 107, 108],
      [108, 120, 113, 118],
      [118, 121, 112, 120],
      [120, 122, 114, 121],
    ];
    expect(updates(rows)).toEqual([]);
  });

  it("follows the layer called swing alone", () => {
    expect(updates([...RANGE, QUIET], layers.slice(0, 1))).toEqual([]);
  });
});
