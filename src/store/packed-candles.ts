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

/** Read through a view: reading a number from a `Buffer` costs many times as much. */
export function unpackCandles({ buffer, byteOffset, length }: Buffer): Candle[] {
  const numbers = new DataView(buffer, byteOffset, length);
  const candles: Candle[] = [];
  for (let at = 0; at < length; at += CANDLE_BYTES) {
    candles.push({
      openTime: numbers.getFloat64(at, true),
      open: numbers.getFloat64(at + NUMBER_BYTES, true),
      high: numbers.getFloat64(at + 2 * NUMBER_BYTES, true),
      low: numbers.getFloat64(at + 3 * NUMBER_BYTES, true),
      close: numbers.getFloat64(at + 4 * NUMBER_BYTES, true),
      volume: numbers.getFloat64(at + 5 * NUMBER_BYTES, true),
    });
  }
  return candles;
}
