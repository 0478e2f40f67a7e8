import type { DecimalText } from "../../engine/decimal.ts";
import { clamp, type PixelY, type Price, pixelY, price } from "../units.ts";

/** Prices on a linear vertical axis. `low` is drawn at `bottom`, `high` at `top`. */
export interface PriceScale {
  readonly low: Price;
  readonly high: Price;
  readonly top: PixelY;
  readonly bottom: PixelY;
  toY(value: Price): PixelY;
  /** As `toY`, but never outside the scale. */
  toNearestY(value: Price): PixelY;
  shows(value: Price): boolean;
}

export function createPriceScale(range: PriceRange, top: PixelY, bottom: PixelY): PriceScale {
  const perUnit = (bottom - top) / (range.high - range.low);
  const toY = (value: Price): PixelY => pixelY(bottom - (value - range.low) * perUnit);
  return {
    low: price(range.low),
    high: price(range.high),
    top,
    bottom,
    toY,
    toNearestY: (value) => pixelY(clamp(toY(value), top, bottom)),
    shows: (value) => value >= range.low && value <= range.high,
  };
}

export interface PriceRange {
  readonly low: number;
  readonly high: number;
}

/** Steps of a decimal axis within one power of ten. */
const NICE_STEPS = [1, 2, 2.5, 5, 10] as const;

/**
 * Prices for the axis: multiples of a round step that is itself a multiple of the tick, at most `maxCount`.
 */
export function priceTicks(range: PriceRange, priceTick: DecimalText, maxCount: number): readonly Price[] {
  const step = roundStep((range.high - range.low) / Math.max(1, maxCount), Number(priceTick));
  const first = Math.ceil(range.low / step - 1e-9);
  const last = Math.floor(range.high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => price((first + at) * step));
}

function roundStep(atLeast: number, tick: number): number {
  if (atLeast <= tick) return tick;
  const decade = 10 ** Math.floor(Math.log10(atLeast));
  const steps = [...NICE_STEPS, ...NICE_STEPS.map((nice) => nice * 10)].map((nice) => nice * decade);
  const fitting = steps.find((step) => step >= atLeast * (1 - 1e-9) && isMultiple(step, tick));
  return fitting ?? Math.ceil(atLeast / tick) * tick;
}

function isMultiple(value: number, of: number): boolean {
  const times = value / of;
  return Math.abs(times - Math.round(times)) < 1e-6 * Math.max(1, times);
}
