import { describe, expect, it } from "vitest";
import type { DetectionKind } from "../../../src/engine/detect/detection.ts";
import { compareWithOracle, oracleSeries, type Variant } from "./oracle-comparison.ts";

const kinds: readonly DetectionKind[] = ["order-block", "breaker-block", "mitigation-block"];
const layers = [{ name: "internal", left: 2, right: 1 }];
const short = { maxAge: 25 };

const VARIANTS: readonly Variant[] = [
  { name: "by default", detectors: {}, options: {} },
  {
    name: "with short lives and pools that may be reclaimed",
    detectors: {
      swing: { layers },
      orderBlock: { minBodyRatio: 0.3, maxAge: 40 },
      breakerBlock: short,
      mitigationBlock: short,
      liquiditySweep: { reclaimWithin: 2 },
    },
    options: {
      layers,
      orderBlock: { minBodyRatio: 0.3, maxAge: 40 },
      flippedBlock: short,
      liquiditySweep: { reclaimWithin: 2 },
    },
  },
  {
    name: "with blocks that wicks invalidate and few pools",
    detectors: {
      orderBlock: { invalidateOn: "wick", zone: "body", maxTouches: 9, minBodyRatio: 0.2 },
      liquidityPool: { maxAge: 30, toleranceAtr: 1 },
    },
    options: {
      orderBlock: { invalidateOn: "wick", zone: "body", maxTouches: 9, minBodyRatio: 0.2 },
      liquidityPool: { maxAge: 30, toleranceAtr: 1 },
    },
  },
];

const series = await oracleSeries(900);

describe.each(series)("flipped blocks as defined, on $name", (one) => {
  it.each(VARIANTS)("$name", (variant) => {
    const { differences } = compareWithOracle(one, { kinds, ...variant });
    expect(differences.slice(0, 5)).toEqual([]);
  });
});

describe("the series", () => {
  it("hold breakers and mitigation blocks", () => {
    const found = series.flatMap((one) => compareWithOracle(one, { kinds, ...VARIANTS[1] }).found);
    const births = found.filter(({ event }) => event === "detected");
    expect(births.filter(({ kind }) => kind === "breaker-block").length).toBeGreaterThan(50);
    expect(births.filter(({ kind }) => kind === "mitigation-block").length).toBeGreaterThan(50);
  });
});
