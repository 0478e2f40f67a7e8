/**
 * Candles that are taken in together, at the most. Detectors look at a stretch of candles one after the other:
 * code that stays with one rule for many candles is fast, and what a stretch does not reach is skipped at once.
 * How a series is cut into stretches changes no event.
 */
export const LONGEST_STRETCH = 64;

/**
 * The same for models that live: they take candles in one at a time, but are warmed up with stretches. What detectors
 * hold for a stretch stays with the model, so it is short; longer ones are hardly faster.
 */
export const WARMING_STRETCH = 24;

/** A candle that never comes. */
export const NEVER = 0x7fffffff;

/** Length of a ring in which the candles of a stretch and `lookBack` before it find room, by the low bits of an index. */
export function ringLength(stretch: number, lookBack: number): number {
  return 2 ** Math.ceil(Math.log2(stretch + lookBack));
}
