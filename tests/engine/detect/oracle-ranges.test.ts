import { describe, expect, it } from "vitest";
import { DAY_ROLLS } from "../../../src/engine/clock/day-roll.ts";
import type { DetectionKind } from "../../../src/engine/detect/detection.ts";
import { compareWithOracle, oracleSeries, type Variant } from "./oracle-comparison.ts";

const kinds: readonly DetectionKind[] = [
  "dealing-range",
  "previous-range",
  "new-day-opening-gap",
  "new-week-opening-gap",
];
const layers = [{ name: "swing", left: 3, right: 2 }];

const VARIANTS: readonly Variant[] = [
  ...Object.entries(DAY_ROLLS).map(([name, dayRoll]) => ({
    name: `with the day roll of ${name}`,
    detectors: { dayRoll: name },
    options: { dayRoll },
  })),
  ...["01:30", "02:30"].map((time) => {
    const dayRoll = { timezone: "America/New_York", time };
    return {
      name: `with small swings and days that roll at ${time}, which clock changes repeat or skip`,
      detectors: { dayRoll, swing: { layers } },
      options: { dayRoll, layers },
    };
  }),
];

const series = [...(await oracleSeries(1200, 1)), ...(await oracleSeries(700, 2))];

describe.each(series)("ranges as defined, on $name", (one) => {
  it.each(VARIANTS)("$name", (variant) => {
    const { differences } = compareWithOracle(one, { kinds, ...variant });
    expect(differences.slice(0, 5)).toEqual([]);
  });
});

describe("the series", () => {
  it("hold every kind", () => {
    const found = series.flatMap((one) => compareWithOracle(one, { kinds, ...VARIANTS[1] }).found);
    expect(new Set(found.map(({ kind }) => kind)).size).toBe(kinds.length);
  });
});
