import { describe, expect, it } from "vitest";
import type { DetectionKind } from "../../../src/engine/detect/detection.ts";
import { compareWithOracle, oracleSeries, type Variant } from "./oracle-comparison.ts";

const kinds: readonly DetectionKind[] = [
  "fair-value-gap",
  "inverse-fair-value-gap",
  "balanced-price-range",
  "volume-imbalance",
  "opening-gap",
];
const short = {
  fairValueGap: { minGapAtr: 0.05, maxAge: 30 },
  inverseFairValueGap: { maxAge: 20 },
  balancedPriceRange: { maxApart: 60, maxAge: 15 },
  volumeImbalance: { maxAge: 10 },
  openingGap: { maxAge: 12 },
};
const brief = { fairValueGap: { maxAge: 3 }, balancedPriceRange: { maxApart: 1 } };

const VARIANTS: readonly Variant[] = [
  { name: "by default", detectors: {}, options: {} },
  { name: "with short lives", detectors: short, options: short },
  { name: "with gaps that expire within reach of a range", detectors: brief, options: brief },
];

const series = await oracleSeries(900, 2);

describe.each(series)("gaps as defined, on $name", (one) => {
  it.each(VARIANTS)("$name", (variant) => {
    const { differences } = compareWithOracle(one, { kinds, ...variant });
    expect(differences.slice(0, 5)).toEqual([]);
  });
});

describe("the series", () => {
  it("hold every event of every kind", () => {
    const found = series.flatMap((one) => compareWithOracle(one, { kinds, ...VARIANTS[1] }).found);
    const events = new Set(found.map(({ kind, event }) => `${kind} ${event}`));
    expect(events.size).toBe(6 + 4 + 4 + 4 + 4);
  });
});
