import { describe, expect, it } from "vitest";
import { dayLabels, timeTicks } from "../../../src/charts/scale/time-ticks.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

function every(stepMs: number, count: number, from = Date.UTC(2026, 2, 2, 20)): readonly number[] {
  return Array.from({ length: count }, (_, at) => from + at * stepMs);
}

function labels(local: readonly number[], minSlots: number): readonly string[] {
  return timeTicks(local, minSlots, "en-GB").map(({ label }) => label);
}

describe("timeTicks", () => {
  it("writes round hours and the new day", () => {
    expect(labels(every(15 * MINUTE_MS, 48), 8)).toEqual(["22:00", "3 Mar", "02:00", "04:00", "06:00"]);
  });

  it("marks the first candle of a day as strong", () => {
    const ticks = timeTicks(every(15 * MINUTE_MS, 48), 8, "en-GB");
    expect(ticks.filter(({ strong }) => strong)).toEqual([{ at: 16, label: "3 Mar", strong: true }]);
  });

  it("writes days of a chart of hours and months of a chart of days", () => {
    expect(labels(every(60 * MINUTE_MS, 96), 20)).toEqual(["3 Mar", "4 Mar", "5 Mar", "6 Mar"]);
    expect(labels(every(DAY_MS, 120), 25)).toEqual(["Apr", "May", "Jun"]);
  });

  it("keeps the distance when a weekend moves two days together", () => {
    const friday = every(60 * MINUTE_MS, 4, Date.UTC(2026, 2, 6, 20));
    const sunday = every(60 * MINUTE_MS, 30, Date.UTC(2026, 2, 8, 23));
    const ticks = timeTicks([...friday, ...sunday], 6, "en-GB");
    expect(ticks.map(({ at, label }) => [at, label])).toEqual([
      [5, "9 Mar"],
      [11, "06:00"],
      [17, "12:00"],
      [23, "18:00"],
      [29, "10 Mar"],
    ]);
  });

  it("has none where nothing fits", () => {
    expect(timeTicks([0], 10, "en-GB")).toEqual([]);
  });
});

describe("dayLabels", () => {
  it("speaks the reader's language", () => {
    expect(dayLabels("en-GB")[2]).toBe("28 Mar");
    expect(dayLabels("de")[2]).toBe("28. März");
  });
});
