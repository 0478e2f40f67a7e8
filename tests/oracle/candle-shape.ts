import type { Candle } from "../../src/engine/candles/candle.ts";
import type { Bias, Side } from "../../src/engine/detect/detection.ts";

export type Candles = readonly Candle[];

/** The element at `index`; reading outside a list is a mistake of the oracle, never a case of the text. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`index ${index} is outside 0..${list.length - 1}`);
  return item;
}

// Section 0: up candle C>O, down candle C<O, a doji is neither; body |C-O|, range H-L.
export const isUp = (candle: Candle): boolean => candle.close > candle.open;
export const isDown = (candle: Candle): boolean => candle.close < candle.open;
export const isDoji = (candle: Candle): boolean => candle.close === candle.open;
export const body = (candle: Candle): number => Math.abs(candle.close - candle.open);
export const range = (candle: Candle): number => candle.high - candle.low;
export const bodyTop = (candle: Candle): number => Math.max(candle.open, candle.close);
export const bodyBottom = (candle: Candle): number => Math.min(candle.open, candle.close);

/** Integers `from..to`, both included; empty when `to < from`. */
export function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}

/**
 * Section 0: "bullish zones are written; bearish is the mirror image". The bullish text is run on negated
 * prices; negation is exact in IEEE doubles, so every comparison keeps its meaning.
 */
export function seenAs(bias: Bias, candles: Candles): Candles {
  if (bias === "bullish") return candles;
  return candles.map((candle) => ({
    openTime: candle.openTime,
    open: 0 - candle.open,
    high: 0 - candle.low,
    low: 0 - candle.high,
    close: 0 - candle.close,
    volume: candle.volume,
  }));
}

/** A price of the mirrored view as a real price, and back. */
export function realPrice(bias: Bias, price: number): number {
  return bias === "bullish" ? price : 0 - price;
}

export interface Span {
  readonly top: number;
  readonly bottom: number;
}

export function realSpan(bias: Bias, { top, bottom }: Span): Span {
  return bias === "bullish" ? { top, bottom } : { top: 0 - bottom, bottom: 0 - top };
}

export const BIASES: readonly Bias[] = ["bullish", "bearish"];
export const SIDES: readonly Side[] = ["high", "low"];
export const opposite = (bias: Bias): Bias => (bias === "bullish" ? "bearish" : "bullish");

/** Percentages with "two decimals". */
export function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
