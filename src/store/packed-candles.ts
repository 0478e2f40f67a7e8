import { endianness } from "node:os";
import type { Candle } from "../engine/candles/candle.ts";
import { CANDLE_NUMBERS, type CandleRows, candleRows } from "../engine/candles/candle-rows.ts";

/** Candle rows as little-endian IEEE doubles. */
export const CANDLE_BYTES = CANDLE_NUMBERS * Float64Array.BYTES_PER_ELEMENT;

const IS_TURNED = endianness() === "BE";

export function packCandles(candles: readonly Candle[]): Buffer {
  const bytes = Buffer.from(candleRows(candles).buffer);
  return IS_TURNED ? bytes.swap64() : bytes;
}

/** Copied into memory of its own: that of the buffer is shared with other answers and not aligned. */
export function unpackCandles(bytes: Buffer): CandleRows {
  const copy = new Uint8Array(bytes);
  if (IS_TURNED) Buffer.from(copy.buffer).swap64();
  return new Float64Array(copy.buffer);
}
