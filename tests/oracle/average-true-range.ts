import { at, type Candles, range } from "./candle-shape.ts";

const LENGTH = 14;

// Section 0: TR[0] = H-L, TR[i] = max(H-L, |H-C[i-1]|, |L-C[i-1]|).
function trueRange(candles: Candles, i: number): number {
  const candle = at(candles, i);
  if (i === 0) return range(candle);
  const before = at(candles, i - 1).close;
  return Math.max(range(candle), Math.abs(candle.high - before), Math.abs(candle.low - before));
}

/** Section 0, Wilder's ATR(14): index 13 is the mean of TR[0..13], then (13*prev + TR)/14. */
export function averageTrueRange(candles: Candles): (number | undefined)[] {
  const result: (number | undefined)[] = [];
  let sum = 0;
  let previous = 0;
  for (let i = 0; i < candles.length; i += 1) {
    const current = trueRange(candles, i);
    if (i < LENGTH) sum += current;
    if (i === LENGTH - 1) previous = sum / LENGTH;
    if (i >= LENGTH) previous = ((LENGTH - 1) * previous + current) / LENGTH;
    result.push(i < LENGTH - 1 ? undefined : previous);
  }
  return result;
}
