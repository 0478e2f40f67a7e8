import type { CandleSeries } from "../../candles/candle-series.ts";

/**
 * What a candle shows at a glance, as bits. A detector that names the signs without which nothing new of its kind
 * can appear is left alone at all other candles.
 */
export const SIGNS = {
  /** The candle does not overlap the one two before it. */
  gap: 1 << 0,
  /** Its body does not overlap the body of the one before. */
  bodyGap: 1 << 1,
  /** It goes against the one before: up after down or down after up. */
  turn: 1 << 2,
  displacement: 1 << 3,
  /** It confirmed a swing. */
  swing: 1 << 4,
  /** It broke structure. */
  structureBreak: 1 << 5,
  /** It invalidated an order block. */
  blockLost: 1 << 6,
  /** It closed beyond a zone. */
  zoneLost: 1 << 7,
  /** It opened a new trading day or week. */
  opening: 1 << 8,
} as const;

/** A sign that every candle shows, for detectors that look at every candle. */
export const ANY_CANDLE = 1 << 30;

/** The signs of candle `index` that its prices and those of the two before it show. */
export function priceSigns(series: CandleSeries, index: number): number {
  if (index === 0) return 0;
  const open = series.open(index);
  const close = series.close(index);
  const openBefore = series.open(index - 1);
  const closeBefore = series.close(index - 1);
  const rises = close > open;
  const rose = closeBefore > openBefore;
  const top = rises ? close : open;
  const bottom = rises ? open : close;
  const topBefore = rose ? closeBefore : openBefore;
  const bottomBefore = rose ? openBefore : closeBefore;
  let signs = 0;
  if (rises ? closeBefore < openBefore : rose && close < open) signs |= SIGNS.turn;
  if (bottom > topBefore || top < bottomBefore) signs |= SIGNS.bodyGap;
  if (index < 2) return signs;
  const isApart = series.low(index) > series.high(index - 2) || series.high(index) < series.low(index - 2);
  return isApart ? signs | SIGNS.gap : signs;
}
