import { describe, expect, it } from "vitest";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";

/** Candles whose highs are given and whose lows fall all the time, so that only highs can be swings. */
function highs(...values: number[]): Prices[] {
  return values.map((high, at) => [high, high, -at, high]);
}

const detectors = { swing: { layers: [{ name: "internal", left: 2, right: 3 }] } };

function swings(rows: readonly Prices[]) {
  return rowsOf(eventsOf("swing", candlesOf(rows), { detectors }), "side", "level");
}

describe("swing", () => {
  it("confirms a high with the last of the candles after it", () => {
    expect(eventsOf("swing", candlesOf(highs(1, 2, 5, 4, 3, 4, 4)), { detectors })).toEqual([
      {
        kind: "swing",
        event: "confirmed",
        id: "swing:internal:high:1736901000000",
        side: "high",
        index: 2,
        knownIndex: 5,
        openTime: 1_736_901_000_000,
        knownAt: 1_736_904_600_000,
        layer: "internal",
        level: 5,
      },
    ]);
  });

  it("confirms a low as the mirror image", () => {
    expect(swings(mirrored(highs(1, 2, 5, 4, 3, 4, 4)))).toEqual([["confirmed", 2, 5, "low", -5]]);
  });

  it("says nothing one candle early", () => {
    expect(swings(highs(1, 2, 5, 4, 3))).toEqual([]);
  });

  it("gives a flat top one swing, at its first candle", () => {
    expect(swings(highs(1, 2, 5, 5, 5, 4, 3, 2, 1))).toEqual([["confirmed", 2, 5, "high", 5]]);
  });

  it("lets an equal high before, but not one after, take the swing away", () => {
    expect(swings(highs(1, 5, 5, 4, 3, 2))).toEqual([]);
    expect(swings(highs(1, 2, 5, 4, 3, 5))).toEqual([["confirmed", 2, 5, "high", 5]]);
  });

  it("lets a higher high after take the swing away", () => {
    expect(swings(highs(1, 2, 5, 4, 3, 5.1))).toEqual([]);
  });

  it("needs all the candles before it", () => {
    expect(swings(highs(1, 5, 4, 3, 2, 1))).toEqual([]);
  });

  it("reports what one candle confirms by index, then high before low, whatever the layer", () => {
    const rows: Prices[] = [
      [5, 6, 4, 5],
      [5, 9, 1, 5],
      [5, 6, 4, 5],
      [5, 8, 2, 5],
      [5, 6, 4, 5],
    ];
    const layers = [
      { name: "near", left: 1, right: 1 },
      { name: "far", left: 1, right: 3 },
    ];
    const events = eventsOf("swing", candlesOf(rows), { detectors: { swing: { layers } } });
    expect(rowsOf(events, "side", "layer")).toEqual([
      ["confirmed", 1, 2, "high", "near"],
      ["confirmed", 1, 2, "low", "near"],
      ["confirmed", 1, 4, "high", "far"],
      ["confirmed", 1, 4, "low", "far"],
      ["confirmed", 3, 4, "high", "near"],
      ["confirmed", 3, 4, "low", "near"],
    ]);
  });

  it("has the layers internal 5/5 and swing 20/20 unless told otherwise", () => {
    const peak = (at: number) => 100 - Math.abs(at - 25);
    const rows = highs(...Array.from({ length: 60 }, (_, at) => peak(at)));
    expect(rowsOf(eventsOf("swing", candlesOf(rows)), "layer")).toEqual([
      ["confirmed", 25, 30, "internal"],
      ["confirmed", 25, 45, "swing"],
    ]);
  });
});
