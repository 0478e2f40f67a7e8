import type { CandleRows } from "../../engine/candles/candle-rows.ts";
import type { NewestCandles } from "../../engine/scan/judge-newest.ts";

/** What a judging thread gets: candles in memory that moves to it, and the settings as their JSON text. */
export interface JudgeOrder {
  readonly candles: NewestCandles;
  /** Equal text, equal settings: a thread reads them once. */
  readonly settings: string;
}

/** The candles in memory of their own: what moves away is gone here, and a scan looks at some of them again. */
export function movable({ companion, ...candles }: NewestCandles): NewestCandles {
  return {
    ...candles,
    own: candles.own.slice(),
    higher: new Map([...candles.higher].map(([timeframe, rows]) => [timeframe, rows.slice()])),
    ...(companion && { companion: { ...companion, rows: companion.rows.slice() } }),
  };
}

/** The memory that moves. */
export function memoryOf({ own, higher, companion }: NewestCandles): ArrayBuffer[] {
  const all: readonly CandleRows[] = [own, ...higher.values(), ...(companion ? [companion.rows] : [])];
  return all.map(({ buffer }) => buffer);
}
