import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

/** Fourteen candles with a true range of 2 each: ATR(14) is 2 at candle 13. */
const CALM: readonly Prices[] = Array.from({ length: 14 }, () => [10, 11, 9, 10]);

function displacements(rows: readonly Prices[], displacement = {}) {
  return rowsOf(eventsOf("displacement", candlesOf(rows), { detectors: { displacement } }), "bias");
}

describe("displacement", () => {
  it("is a candle with a body of 1.5 ATR of the candle before and 0.7 of its range", () => {
    expect(displacements([...CALM, [10, 13, 10, 13]])).toEqual([["detected", 14, 14, "bullish"]]);
    expect(displacements(mirrored([...CALM, [10, 13, 10, 13]]))).toEqual([["detected", 14, 14, "bearish"]]);
  });

  it("counts both limits as enough, and nothing below them", () => {
    // Binary fractions: 1.5 x 2 = 3 exactly, 0.75 x 4 = 3 exactly.
    const strict = { minBodyRatio: 0.75 };
    expect(displacements([...CALM, [10, 13.5, 9.5, 13]], strict)).toHaveLength(1);
    expect(displacements([...CALM, [10, 13.5, 9.46875, 13]], strict)).toEqual([]);
    expect(displacements([...CALM, [10, 13, 10, 12.96875]], strict)).toEqual([]);
  });

  it("is silent while the ATR of the candle before is undefined", () => {
    expect(displacements([...CALM.slice(1), [10, 13, 10, 13]])).toEqual([]);
  });

  it("does not use the ATR that the candle itself has raised", () => {
    // ATR at the candle would be (13 x 2 + 3) / 14 = 2.07; 1.5 times that is more than the body.
    expect(displacements([...CALM, [10, 13, 10, 13]])).toHaveLength(1);
  });

  it("ignores a doji", () => {
    expect(displacements([...CALM, [10, 20, 1, 10]], { minBodyRatio: 0, minBodyAtr: 0 })).toEqual([]);
  });
});
