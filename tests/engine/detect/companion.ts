import type { Candle } from "../../../src/engine/candles/candle.ts";

/**
 * A market that moves with the one given, though not quite: its prices are drawn towards every seventh one in
 * turn, some candles are missing and some stand where the first has none. Mirror images give mirror images.
 */
export function companionOf(candles: readonly Candle[]): Candle[] {
  return candles.flatMap((candle, at) => {
    if (at % 41 === 17) return [];
    const anchor = (candles[Math.floor(at / 7) * 7] ?? candle).close;
    const near = (price: number): number => anchor + (price - anchor) * (at % 3 === 0 ? 0.5 : 0.75);
    const { openTime, open, high, low, close, volume } = candle;
    const twin = { openTime, open: near(open), high: near(high), low: near(low), close: near(close), volume };
    return at % 53 === 5 ? [twin, { ...twin, openTime: openTime + 1 }] : [twin];
  });
}
