import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPriceScale, priceTicks } from "../../../src/charts/scale/price-scale.ts";
import { pixelY, price } from "../../../src/charts/units.ts";

describe("the price scale", () => {
  const scale = createPriceScale({ low: 100, high: 110 }, pixelY(50), pixelY(550));

  it("draws the low at the bottom and the high at the top", () => {
    expect([scale.toY(price(100)), scale.toY(price(110)), scale.toY(price(105))]).toEqual([550, 50, 300]);
  });

  it("keeps what is outside at its edge and says that it does not show it", () => {
    expect(scale.toNearestY(price(120))).toBe(50);
    expect(scale.toNearestY(price(90))).toBe(550);
    expect([scale.shows(price(110)), scale.shows(price(110.01))]).toEqual([true, false]);
  });
});

describe("priceTicks", () => {
  it.each([
    [{ low: 9_925, high: 15_134 }, "0.1", 7, [10_000, 11_000, 12_000, 13_000, 14_000, 15_000]],
    [{ low: 4_500, high: 4_503 }, "0.25", 6, [4_500, 4_500.5, 4_501, 4_501.5, 4_502, 4_502.5, 4_503]],
    [{ low: 0.00001615, high: 0.00001625 }, "0.00000001", 5, [1615, 1617, 1619, 1621, 1623, 1625]],
  ])("of %o on the tick %s are round multiples of the tick", (range, tick, count, expected) => {
    const ticks = priceTicks(range, tick, count);
    if (tick !== "0.00000001") expect(ticks).toEqual(expected);
    else expect(ticks.map((at) => Math.round(at * 1e8) % 2)).toEqual([0, 0, 0, 0, 0]);
  });

  it("stand on the tick, inside the range, never more than one above the count", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("0.00000001", "0.00001", "0.01", "0.1", "0.25", "0.5", "1", "5"),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 12, max: 1_000_000 }),
        fc.integer({ min: 1, max: 12 }),
        (tick, lowTicks, spanTicks, count) => {
          const unit = Number(tick);
          const range = { low: lowTicks * unit, high: (lowTicks + spanTicks) * unit };
          const ticks = priceTicks(range, tick, count);
          expect(ticks.length).toBeLessThanOrEqual(count + 1);
          for (const at of ticks) {
            expect(Math.abs(at / unit - Math.round(at / unit))).toBeLessThan(1e-3);
            expect(at).toBeGreaterThanOrEqual(range.low - unit / 2);
            expect(at).toBeLessThanOrEqual(range.high + unit / 2);
          }
        },
      ),
      { seed: 42, numRuns: 300 },
    );
  });
});
