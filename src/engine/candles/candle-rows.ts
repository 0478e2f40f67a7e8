import type { Candle } from "./candle.ts";

/**
 * Candles as numbers in one piece of memory, which moves between threads without a copy: open time, open, high, low,
 * close and volume of each, oldest first.
 */
export type CandleRows = Float64Array<ArrayBuffer>;

/** Numbers of a candle. */
export const CANDLE_NUMBERS = 6;

export function candleRows(candles: readonly Candle[]): CandleRows {
  const rows = new Float64Array(candles.length * CANDLE_NUMBERS);
  for (const [candle, { openTime, open, high, low, close, volume }] of candles.entries()) {
    const at = candle * CANDLE_NUMBERS;
    rows[at] = openTime;
    rows[at + 1] = open;
    rows[at + 2] = high;
    rows[at + 3] = low;
    rows[at + 4] = close;
    rows[at + 5] = volume;
  }
  return rows;
}

export function candlesOfRows(rows: CandleRows): Candle[] {
  const candles: Candle[] = [];
  for (let at = 0; at + CANDLE_NUMBERS <= rows.length; at += CANDLE_NUMBERS) {
    candles.push({
      openTime: rows[at] as number,
      open: rows[at + 1] as number,
      high: rows[at + 2] as number,
      low: rows[at + 3] as number,
      close: rows[at + 4] as number,
      volume: rows[at + 5] as number,
    });
  }
  return candles;
}

/** Open time of the oldest candle; unset without any. */
export function oldestOpenTime(rows: CandleRows): number | undefined {
  return rows[0];
}

/** Open time of the newest candle; unset without any. */
export function newestOpenTime(rows: CandleRows): number | undefined {
  return rows[rows.length - CANDLE_NUMBERS];
}

/** The newest `count` candles of the rows and of the later candles after them. */
export function withLater(rows: CandleRows, later: readonly Candle[], count: number): CandleRows {
  const joined = new Float64Array(rows.length + later.length * CANDLE_NUMBERS);
  joined.set(rows);
  joined.set(candleRows(later), rows.length);
  return joined.slice(-count * CANDLE_NUMBERS);
}
