import type { Candle } from "../../engine/candles/candle.ts";
import type { PriceRange } from "./price-scale.ts";

/** Wicks reach this many body ranges beyond all bodies; the rest is cut, so that one bad tick flattens nothing. */
const WICK_ALLOWANCE = 0.75;
/** Share of the height that candles keep, however far away the stop and the first target are. */
const LEAST_SHARE = 0.25;
/** The same for what is good to see but not needed: further targets. */
const GOOD_SHARE = 0.42;
const LEAST_TICKS = 12;

export interface WishedLevels {
  readonly needed: readonly number[];
  readonly wanted: readonly number[];
}

/** Range that shows the candles and as many levels, nearest first, as leave the candles readable. */
export function fitPriceRange(candles: readonly Candle[], levels: WishedLevels, tick: number): PriceRange {
  const seen = candleRange(candles);
  const span = Math.max(seen.high - seen.low, tick * LEAST_TICKS);
  const needed = widen(seen, levels.needed, span / LEAST_SHARE);
  const fitted = widen(needed, levels.wanted, span / GOOD_SHARE);
  return atLeast(fitted, tick * LEAST_TICKS);
}

function widen(start: PriceRange, levels: readonly number[], most: number): PriceRange {
  const byDistance = [...levels].sort((a, b) => distance(a, start) - distance(b, start));
  return byDistance.reduce<PriceRange>((range, level) => {
    const wider = { low: Math.min(range.low, level), high: Math.max(range.high, level) };
    return wider.high - wider.low <= most ? wider : range;
  }, start);
}

function candleRange(candles: readonly Candle[]): PriceRange {
  let bodies: PriceRange = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  let wicks = bodies;
  for (const { open, high, low, close } of candles) {
    bodies = { low: Math.min(bodies.low, open, close), high: Math.max(bodies.high, open, close) };
    wicks = { low: Math.min(wicks.low, low), high: Math.max(wicks.high, high) };
  }
  const allowance = (bodies.high - bodies.low) * WICK_ALLOWANCE;
  if (allowance === 0) return wicks;
  return {
    low: Math.max(wicks.low, bodies.low - allowance),
    high: Math.min(wicks.high, bodies.high + allowance),
  };
}

function distance(level: number, range: PriceRange): number {
  return Math.max(0, range.low - level, level - range.high);
}

function atLeast(range: PriceRange, span: number): PriceRange {
  const missing = span - (range.high - range.low);
  if (missing <= 0) return range;
  const below = range.low >= 0 ? Math.min(missing / 2, range.low) : missing / 2;
  return { low: range.low - below, high: range.high + missing - below };
}
