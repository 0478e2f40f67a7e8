import { describe, expect, it } from "vitest";
import { TimeZones } from "../../../../src/engine/clock/time-zone.ts";
import type { Detection } from "../../../../src/engine/detect/detection.ts";
import { detectorSettingsSchema } from "../../../../src/engine/detect/registry.ts";
import { TimeframeTrack } from "../../../../src/engine/model/timeframe-track.ts";
import { candlesOf, eventsOf, mirrored, type Prices, rowsOf } from "../fixture.ts";
import { itAgreesWithTheDefinitions } from "../oracle-agreement.ts";

const layers = [{ name: "internal", left: 5, right: 5 }];
const hierarchy: ("sth" | "ith" | "lth")[] = ["sth", "ith", "lth"];
const detectors = { swing: { layers, hierarchy } };

/** Short-term highs of the given prices, one at every other candle, over lows that only fall. */
function peaks(...prices: readonly number[]): Prices[] {
  return prices.flatMap((high, at): Prices[] => [
    [0, 0, -2 * at, 0],
    [0, high, -2 * at - 1, 0],
  ]);
}

function highs(layer: string, rows: readonly Prices[]) {
  const events = eventsOf("swing", candlesOf(rows), { detectors });
  return rowsOf(
    events.filter((event) => event.layer === layer),
    "side",
    "level",
  );
}

describe("the hierarchy of swings", () => {
  it("has short-term highs above their two neighbours, known one candle late", () => {
    expect(highs("sth", [...peaks(1, 3, 2), [0, 0, -9, 0]])).toEqual([
      ["confirmed", 1, 2, "high", 1],
      ["confirmed", 3, 4, "high", 3],
      ["confirmed", 5, 6, "high", 2],
    ]);
  });

  it("makes an intermediate-term high of one above the short-term high before and not below the one after", () => {
    expect(highs("ith", [...peaks(1, 3, 2), [0, 0, -9, 0]])).toEqual([["confirmed", 3, 6, "high", 3]]);
    expect(highs("ith", [...peaks(1, 3, 3), [0, 0, -9, 0]])).toEqual([["confirmed", 3, 6, "high", 3]]);
    expect(highs("ith", [...peaks(3, 3, 2), [0, 0, -9, 0]])).toEqual([]);
    expect(highs("ith", [...peaks(1, 3, 4), [0, 0, -9, 0]])).toEqual([]);
  });

  it("makes a long-term high of intermediate-term ones in the same way", () => {
    const rows = peaks(1, 3, 2, 5, 2, 4, 1, 0.5);
    expect(highs("ith", rows).map(([, index, known]) => [index, known])).toEqual([
      [3, 6],
      [7, 10],
      [11, 14],
    ]);
    expect(highs("lth", rows)).toEqual([["confirmed", 7, 14, "high", 5]]);
  });

  it("finds lows as the mirror image", () => {
    expect(highs("lth", mirrored(peaks(1, 3, 2, 5, 2, 4, 1, 0.5)))).toEqual([
      ["confirmed", 7, 14, "low", -5],
    ]);
  });

  it("follows the market structure of its layers too", () => {
    const rows: Prices[] = [...peaks(1, 3, 2), [0, 0, -9, 0], [0, 3.5, -9, 3.25]];
    const events = eventsOf("market-structure", candlesOf(rows), { detectors });
    expect(rowsOf(events, "layer", "bias", "level")).toEqual([
      ["bos", 3, 7, "ith", "bullish", 3],
      ["bos", 5, 7, "sth", "bullish", 2],
    ]);
  });

  it("tells price and time of a high that is older than the candles a model holds", () => {
    const rising = (from: number, count: number): Prices[] =>
      Array.from({ length: count }, (_, at) => [0, from + at / 1000, -at, 0]);
    const rows = [...peaks(1, 3), ...rising(-4, 900), ...peaks(2, 0)];
    const settings = detectorSettingsSchema.parse(detectors);
    const options = {
      symbol: "X",
      timeframe: "15m",
      settings,
      keep: 64,
      timeZones: new TimeZones(),
    } as const;
    const track = new TimeframeTrack(options);
    const found: Detection[] = [];
    for (const candle of candlesOf(rows)) {
      track.push(candle);
      found.push(...track.fresh().filter(({ layer }) => layer === "ith"));
    }
    expect(track.series.firstIndex).toBeGreaterThan(3);
    const expected = eventsOf("swing", candlesOf(rows), { detectors });
    expect(found).toEqual(expected.filter(({ layer }) => layer === "ith"));
    expect(rowsOf(found, "level")).toEqual([["confirmed", 3, 906, 3]]);
  });

  it("keeps its names for itself", () => {
    const named = { swing: { layers: [{ name: "ith", left: 2, right: 2 }] } };
    expect(detectorSettingsSchema.safeParse(named).success).toBe(false);
    expect(detectorSettingsSchema.safeParse({ swing: { hierarchy: ["sth", "sth"] } }).success).toBe(false);
  });

  itAgreesWithTheDefinitions({
    name: "hierarchy",
    kinds: ["swing", "market-structure"],
    detectors,
    oracle: { layers, hierarchy },
    atLeast: 30,
    maybeSilent: ["only-rising", "flat-stretches"],
  });
});
