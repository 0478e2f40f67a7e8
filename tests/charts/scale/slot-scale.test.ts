import { describe, expect, it } from "vitest";
import { createSlotScale } from "../../../src/charts/scale/slot-scale.ts";
import { pixelX, slot } from "../../../src/charts/units.ts";

const HOUR_MS = 3_600_000;
const FRIDAY = Date.UTC(2026, 2, 6, 20);
const SUNDAY = Date.UTC(2026, 2, 8, 22);

describe("the time axis", () => {
  const scale = createSlotScale({
    openTimes: [FRIDAY, FRIDAY + HOUR_MS, SUNDAY, SUNDAY + HOUR_MS],
    candleMs: HOUR_MS,
    left: pixelX(0),
    right: pixelX(500),
    future: 100,
  });

  it("gives every candle the same width, also over a weekend", () => {
    expect(scale.slotWidth).toBe(100);
    expect([0, 1, 2, 3].map((at) => scale.toX(slot(at)))).toEqual([50, 150, 250, 350]);
  });

  it("finds the candle that holds an instant", () => {
    expect(scale.holding(FRIDAY)).toBe(0);
    expect(scale.holding(FRIDAY + HOUR_MS - 1)).toBe(0);
    expect(scale.holding(SUNDAY - 1)).toBe(1);
    expect(scale.holding(SUNDAY + 2 * HOUR_MS)).toBe(4);
    expect(scale.holding(FRIDAY - 1)).toBe(-1);
  });

  it("finds the first candle from an instant on and counts into the future", () => {
    expect(scale.from(FRIDAY - 1)).toBe(0);
    expect(scale.from(FRIDAY + 1)).toBe(1);
    expect(scale.from(SUNDAY - HOUR_MS)).toBe(2);
    expect(scale.from(SUNDAY + 3 * HOUR_MS)).toBe(5);
  });

  it("knows what lies outside", () => {
    expect([scale.isBefore(FRIDAY - 1), scale.isBefore(FRIDAY)]).toEqual([true, false]);
    expect([scale.isAfter(SUNDAY + 2 * HOUR_MS), scale.isAfter(SUNDAY + 2 * HOUR_MS + 1)]).toEqual([
      false,
      true,
    ]);
  });
});
