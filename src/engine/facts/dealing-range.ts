/** A stretch of price between a low and a high. */
export interface PriceRange {
  readonly top: number;
  readonly bottom: number;
}

export type RangeHalf = "premium" | "discount" | "equilibrium";

/** Retracements of the optimal trade entry after ICT: from 62 to 79 percent of the leg, 70.5 in the middle. */
const SHALLOW = 0.62;
const MIDDLE = 0.705;
const DEEP = 0.79;

/** Where a price stands in a range: 0 at the low, 1 at the high; `NaN` in a range without height. */
export function rangePosition(price: number, { top, bottom }: PriceRange): number {
  return (price - bottom) / (top - bottom);
}

/** Dear, cheap or exactly in the middle; nothing in a range without height. */
export function rangeHalf(price: number, range: PriceRange): RangeHalf | undefined {
  const position = rangePosition(price, range);
  if (position > 0.5) return "premium";
  if (position < 0.5) return "discount";
  return position === 0.5 ? "equilibrium" : undefined;
}

export interface OptimalTradeEntry extends PriceRange {
  readonly middle: number;
}

/** The zone in which to enter with the leg: below the high of an up leg for longs, the mirror image for shorts. */
export function optimalTradeEntry(
  { top, bottom }: PriceRange,
  direction: "long" | "short",
): OptimalTradeEntry {
  const range = top - bottom;
  if (direction === "long") {
    return { top: top - SHALLOW * range, middle: top - MIDDLE * range, bottom: top - DEEP * range };
  }
  return { top: bottom + DEEP * range, middle: bottom + MIDDLE * range, bottom: bottom + SHALLOW * range };
}
