import type { Candle } from "../../../src/engine/candles/candle.ts";

/** A seeded generator of numbers in [0, 1) (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A market of whole ticks, so that equal prices, flat tops and dojis are common: quiet and wild stretches, trends,
 * bodies that do not meet, jumps, missing candles and weekends.
 */
export function generatedCandles(seed: number, count: number, stepMs: number): Candle[] {
  const random = randomNumbers(seed);
  const candles: Candle[] = [];
  let openTime = Date.parse("2024-10-20T22:00:00Z");
  let price = 1000;
  let size = 4;
  let drift = 0;
  for (let at = 0; at < count; at += 1) {
    if (random() < 0.01) size = 1 + Math.floor(random() * 12);
    if (random() < 0.01) drift = (random() - 0.5) * size * 0.5;
    if (random() < 0.02) openTime += stepMs * Math.floor(random() * 8);
    if (random() < 0.002) openTime += 2 * 86_400_000;
    const jump = random() < 0.05 ? (random() - 0.5) * size * 6 : 0;
    const open = Math.round(price + jump + (random() < 0.2 ? random() * 2 - 1 : 0));
    const close = Math.round(open + drift + (random() + random() - 1) * size);
    const high = Math.max(open, close) + Math.floor(random() * random() * size);
    const low = Math.min(open, close) - Math.floor(random() * random() * size);
    candles.push({ openTime, open, high, low, close, volume: Math.floor(random() * 100) });
    openTime += stepMs;
    price = close;
  }
  return candles;
}
