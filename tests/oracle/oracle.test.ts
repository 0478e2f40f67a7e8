import { describe, expect, it } from "vitest";
import type { Candle } from "../../src/engine/candles/candle.ts";
import type { Detection } from "../../src/engine/detect/detection.ts";
import { seenAs } from "./candle-shape.ts";
import { describeDifferences } from "./compare.ts";
import { facts, layer, series } from "./fixtures.ts";
import { generateCandles, SERIES_KINDS } from "./generate.ts";
import type { OracleOptions } from "./options.ts";
import { oracleDetections } from "./oracle.ts";

/** Short layers and lives, so that everything happens within a few hundred candles. */
const BUSY: OracleOptions = {
  layers: [layer("internal", 2), layer("swing", 5)],
  hierarchy: ["sth", "ith", "lth"],
  orderBlock: { maxAge: 40 },
  fairValueGap: { maxAge: 60 },
  liquidityPool: { maxAge: 80 },
  liquiditySweep: { reclaimWithin: 2 },
};

const generated = (kind: (typeof SERIES_KINDS)[number], length: number): Candle[] =>
  generateCandles({ kind, seed: 3, length, timeframe: "1h" });

function mirrored(detection: Detection): Detection {
  const { top, bottom, level, bias, side } = detection;
  return {
    ...detection,
    ...(bias === undefined ? {} : { bias: bias === "bullish" ? "bearish" : "bullish" }),
    ...(side === undefined ? {} : { side: side === "high" ? "low" : "high" }),
    ...(top === undefined || bottom === undefined ? {} : { top: 0 - bottom, bottom: 0 - top }),
    ...(level === undefined ? {} : { level: 0 - level }),
  };
}

describe.each(SERIES_KINDS)("oracle on a %s series", (kind) => {
  const candles = generated(kind, 300);
  const all = oracleDetections(candles, "1h", BUSY);

  it("sees something, in the order in which it became known", () => {
    expect(all.length).toBeGreaterThan(50);
    expect(all.map(({ knownIndex }) => knownIndex)).toEqual(
      all.map(({ knownIndex }) => knownIndex).sort((a, b) => a - b),
    );
  });

  it("never looks ahead: a prefix gives exactly what was known inside it", () => {
    for (const length of [1, 15, 47, 120, 211, 299]) {
      expect(oracleDetections(candles.slice(0, length), "1h", BUSY)).toEqual(
        all.filter(({ knownIndex }) => knownIndex < length),
      );
    }
  });

  it("sees the mirror image in negated prices", () => {
    const negated = oracleDetections(seenAs("bearish", candles), "1h", BUSY);
    expect(describeDifferences(all.map(mirrored), negated)).toEqual([]);
  });

  it("scales with prices times a power of two", () => {
    const doubled = candles.map((one) => ({
      ...one,
      open: one.open * 4,
      high: one.high * 4,
      low: one.low * 4,
      close: one.close * 4,
    }));
    const scaled = oracleDetections(doubled, "1h", BUSY);
    const count = (list: readonly Detection[]): unknown[][] =>
      facts(list, "kind", "event", "index", "knownIndex", "filledPercent", "depthPercent");
    expect(count(scaled)).toEqual(count(all));
  });

  it("gives each thing one beginning, and survives JSON", () => {
    const beginnings = all.filter(({ event }) => event === "detected").map(({ id }) => id);
    expect(new Set(beginnings).size).toBe(beginnings.length);
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  });
});

describe("oracle on a flat market", () => {
  it("sees the clock and nothing else", () => {
    const flat = series(
      Array.from({ length: 24 * 40 }, () => [100, 100, 100, 100] as const),
      "1h",
    );
    const kinds = new Set(oracleDetections(flat, "1h").map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["liquidity-pool", "previous-range", "session"]);
  });
});

describe("oracle: order on one candle", () => {
  // Wednesday 21:00Z = 16:00 New York on; candle 3 opens the next UTC day. Candle 2 leaves the gap [10, 12] and
  // is the first at 18:00 New York: it opens at 13 after a close of 9. Candle 3 makes Wednesday's range and its
  // two pools, trades through the gap and closes below it at 8.5, which is also below 9, the open of the up
  // candle 1 (the doji 2 goes on with its run): a bearish change in delivery.
  it("writes the clock, then lives, then what is new", () => {
    const candles = series(
      [
        [9, 10, 8, 9],
        [9, 13, 9, 13],
        [13, 14, 12, 13],
        [13, 13, 8.25, 8.5],
      ],
      "1h",
      Date.UTC(2025, 0, 15, 21),
    );
    const all = oracleDetections(candles, "1h");
    expect(facts(all, "kind", "event", "index", "knownIndex")).toEqual([
      ["fair-value-gap", "detected", 1, 2],
      ["new-day-opening-gap", "detected", 2, 2],
      ["liquidity-pool", "detected", 0, 3],
      ["liquidity-pool", "detected", 2, 3],
      ["previous-range", "detected", 3, 3],
      ["fair-value-gap", "touched", 1, 3],
      ["fair-value-gap", "half-filled", 1, 3],
      ["fair-value-gap", "filled", 1, 3],
      ["fair-value-gap", "inverted", 1, 3],
      ["inverse-fair-value-gap", "detected", 1, 3],
      ["change-in-delivery", "detected", 1, 3],
    ]);
    expect(all.at(-1)).toEqual({
      kind: "change-in-delivery",
      event: "detected",
      id: `change-in-delivery:bearish:${Date.UTC(2025, 0, 15, 22)}`,
      bias: "bearish",
      index: 1,
      knownIndex: 3,
      openTime: Date.UTC(2025, 0, 15, 22),
      knownAt: Date.UTC(2025, 0, 16, 1),
      level: 9,
    });
  });
});
