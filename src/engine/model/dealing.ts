/** A range of prices between a low and a high. */
export interface PriceSpan {
  readonly top: number;
  readonly bottom: number;
}

export type DealingPlace = "premium" | "discount" | "equilibrium";

/** Where in the range a price stands: 0 at the low, 1 at the high, beyond them outside. */
export function dealingPosition({ top, bottom }: PriceSpan, price: number): number {
  return (price - bottom) / (top - bottom);
}

/** Premium above the middle of the range, discount below it. */
export function dealingPlace(range: PriceSpan, price: number): DealingPlace {
  const position = dealingPosition(range, price);
  if (position > 0.5) return "premium";
  return position < 0.5 ? "discount" : "equilibrium";
}

/** Middle of the range, neither premium nor discount. */
export function equilibrium({ top, bottom }: PriceSpan): number {
  return (top + bottom) / 2;
}

/**
 * Optimal trade entry: the part between 62 and 79 percent of the way back, of an up leg for longs and of a down
 * leg for shorts. `middle` is at 70.5 percent.
 */
export function optimalTradeEntry(
  { top, bottom }: PriceSpan,
  direction: "long" | "short",
): PriceSpan & { readonly middle: number } {
  const size = top - bottom;
  if (direction === "long") {
    return { top: top - 0.62 * size, bottom: top - 0.79 * size, middle: top - 0.705 * size };
  }
  return { top: bottom + 0.79 * size, bottom: bottom + 0.62 * size, middle: bottom + 0.705 * size };
}
