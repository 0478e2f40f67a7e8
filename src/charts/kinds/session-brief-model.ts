/** A price that matters for the session, such as a pool or the edge of a range. */
export interface BriefLevel {
  readonly name: string;
  readonly price: number;
}

export interface BriefRow extends BriefLevel {
  /** From the price now, percent; above is positive. */
  readonly distancePercent: number;
}

export interface BriefModel {
  /** From the highest price to the lowest. */
  readonly above: readonly BriefRow[];
  readonly below: readonly BriefRow[];
  readonly rangePercent: number;
  /** Where price stands in the range: 0 is its low, 1 its high; outside below 0 or above 1. */
  readonly place: number;
}

/** The nearest `mostEachSide` levels on each side of the price; of two at one price the later is kept. Throws `RangeError` for a price of 0 or less. */
export function briefModel(
  now: number,
  range: { readonly low: number; readonly high: number },
  levels: readonly BriefLevel[],
  mostEachSide: number,
): BriefModel {
  if (!(now > 0)) throw new RangeError("a session brief needs a price above 0");
  const rows = [...new Map(levels.map((level) => [level.price, level])).values()]
    .map((level): BriefRow => ({ ...level, distancePercent: (level.price / now - 1) * 100 }))
    .sort((a, b) => b.price - a.price);
  const span = range.high - range.low;
  return {
    above: rows.filter(({ price }) => price >= now).slice(-mostEachSide),
    below: rows.filter(({ price }) => price < now).slice(0, mostEachSide),
    rangePercent: (span / now) * 100,
    place: span > 0 ? (now - range.low) / span : 0.5,
  };
}
