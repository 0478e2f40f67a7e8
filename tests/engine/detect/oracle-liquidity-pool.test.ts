import { describe, expect, it } from "vitest";
import type { DetectionKind } from "../../../src/engine/detect/detection.ts";
import { compareWithOracle, oracleSeries, type Variant } from "./oracle-comparison.ts";

const kinds: readonly DetectionKind[] = [
  "liquidity-pool",
  "liquidity-sweep",
  "previous-range",
  "market-structure",
];
const layers = [
  { name: "internal", left: 2, right: 3 },
  { name: "swing", left: 8, right: 8 },
];

const VARIANTS: readonly Variant[] = [
  { name: "by default", detectors: {}, options: {} },
  {
    name: "with small swings, short lives and a wide tolerance",
    detectors: { swing: { layers }, liquidityPool: { toleranceAtr: 0.6, maxAge: 60 } },
    options: { layers, liquidityPool: { toleranceAtr: 0.6, maxAge: 60 } },
  },
  {
    name: "with three candles to reclaim and the day roll of FX",
    detectors: {
      swing: { layers },
      liquiditySweep: { reclaimWithin: 3 },
      liquidityPool: { maxAge: 40 },
      dayRoll: "fx",
    },
    options: {
      layers,
      liquiditySweep: { reclaimWithin: 3 },
      liquidityPool: { maxAge: 40 },
      dayRoll: { timezone: "America/New_York", time: "17:00" },
    },
  },
];

describe.each(await oracleSeries(900))("liquidity as defined, on $name", (series) => {
  it.each(VARIANTS)("$name", ({ detectors, options }) => {
    const { found, differences } = compareWithOracle(series, { kinds, detectors, options });
    expect(differences.slice(0, 5)).toEqual([]);
    expect(found.length).toBeGreaterThan(20);
  });
});
