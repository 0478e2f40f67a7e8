import { describe, expect, it } from "vitest";
import { optimalTradeEntry, rangeHalf, rangePosition } from "../../../src/engine/facts/dealing-range.ts";

const range = { top: 200, bottom: 100 };

describe("a price in a dealing range", () => {
  it("stands between 0 at the low and 1 at the high, and beyond outside", () => {
    expect([90, 100, 162, 200].map((price) => rangePosition(price, range))).toEqual([-0.1, 0, 0.62, 1]);
  });

  it("is dear above the middle, cheap below, at equilibrium on it", () => {
    expect([150.01, 149.99, 150].map((price) => rangeHalf(price, range))).toEqual([
      "premium",
      "discount",
      "equilibrium",
    ]);
  });

  it("is neither in a range without height", () => {
    expect(rangeHalf(100, { top: 100, bottom: 100 })).toBeUndefined();
  });
});

describe("the optimal trade entry", () => {
  it("lies 62 to 79 percent below the high for longs, above the low for shorts", () => {
    expect(optimalTradeEntry(range, "long")).toEqual({ top: 138, middle: 129.5, bottom: 121 });
    expect(optimalTradeEntry(range, "short")).toEqual({ top: 179, middle: 170.5, bottom: 162 });
  });
});
