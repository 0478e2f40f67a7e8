import { describe, expect, it } from "vitest";
import {
  dealingPlace,
  dealingPosition,
  equilibrium,
  optimalTradeEntry,
} from "../../../src/engine/model/dealing.ts";

const range = { top: 300, bottom: 100 };

describe("the dealing range", () => {
  it("counts positions from its low to its high and beyond", () => {
    expect([100, 150, 300, 320, 80].map((price) => dealingPosition(range, price))).toEqual([
      0, 0.25, 1, 1.1, -0.1,
    ]);
  });

  it("is premium above its middle, discount below and equilibrium exactly there", () => {
    expect([199.99, 200, 200.01].map((price) => dealingPlace(range, price))).toEqual([
      "discount",
      "equilibrium",
      "premium",
    ]);
    expect(equilibrium(range)).toBe(200);
  });

  it("has its optimal entries between 62 and 79 percent back, of an up leg for longs", () => {
    expect(optimalTradeEntry(range, "long")).toEqual({ top: 176, bottom: 142, middle: 159 });
    expect(optimalTradeEntry(range, "short")).toEqual({ top: 258, bottom: 224, middle: 241 });
  });
});
