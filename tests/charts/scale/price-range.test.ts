import { describe, expect, it } from "vitest";
import { fitPriceRange } from "../../../src/charts/scale/price-range.ts";
import type { Candle } from "../../../src/engine/candles/candle.ts";

const candle = (open: number, high: number, low: number, close: number): Candle => ({
  openTime: 0,
  open,
  high,
  low,
  close,
  volume: 0,
});
const NO_LEVELS = { needed: [], wanted: [] };

describe("fitPriceRange", () => {
  const ordinary = [candle(100, 111, 99, 110), candle(110, 112, 104, 105)];

  it("shows every wick of an ordinary market", () => {
    expect(fitPriceRange(ordinary, NO_LEVELS, 0.01)).toEqual({ low: 99, high: 112 });
  });

  it("cuts a wick that would flatten the rest", () => {
    const spiked = [...ordinary, candle(105, 106, 20, 104)];
    expect(fitPriceRange(spiked, NO_LEVELS, 0.01)).toEqual({ low: 92.5, high: 112 });
  });

  it("makes room for stop and first target up to four times the candles", () => {
    expect(fitPriceRange(ordinary, { needed: [95, 140], wanted: [] }, 0.01)).toEqual({ low: 95, high: 140 });
    expect(fitPriceRange(ordinary, { needed: [95, 200], wanted: [] }, 0.01)).toEqual({ low: 95, high: 112 });
  });

  it("makes less room for further targets", () => {
    expect(fitPriceRange(ordinary, { needed: [95], wanted: [125] }, 0.01)).toEqual({ low: 95, high: 125 });
    expect(fitPriceRange(ordinary, { needed: [95], wanted: [127] }, 0.01)).toEqual({ low: 95, high: 112 });
  });

  it("opens a flat market to twelve ticks and not below zero", () => {
    const flat = [candle(50, 50, 50, 50)];
    expect(fitPriceRange(flat, NO_LEVELS, 0.5)).toEqual({ low: 47, high: 53 });
    const tiny = [candle(2, 2, 2, 2)];
    expect(fitPriceRange(tiny, NO_LEVELS, 1)).toEqual({ low: 0, high: 12 });
  });
});
