import type { Candle } from "../engine/candles/candle.ts";

const NUMBER_BYTES = 8;

/** Open time, open, high, low, close, volume as little-endian IEEE doubles. */
export const CANDLE_BYTES = 6 * NUMBER_BYTES;

export function packCandles(candles: readonly Candle[]): Buffer {
  const bytes = Buffer.allocUnsafe(candles.length * CANDLE_BYTES);
  let offset = 0;
  for (const { openTime, open, high, low, close, volume } of candles) {
    for (const value of [openTime, open, high, low, close, volume]) {
      offset = bytes.writeDoubleLE(value, offset);
    }
  }
  return bytes;
}

export function unpackCandles(bytes: Buffer): Candle[] {
  const count = bytes.length / CANDLE_BYTES;
  const number = (candle: number, column: number) =>
    bytes.readDoubleLE(candle * CANDLE_BYTES + column * NUMBER_BYTES);
  return Array.from({ length: count }, (_, candle) => ({
    openTime: number(candle, 0),
    open: number(candle, 1),
    high: number(candle, 2),
    low: number(candle, 3),
    close: number(candle, 4),
    volume: number(candle, 5),
  }));
}
