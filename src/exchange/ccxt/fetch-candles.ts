import type { Candle } from "../../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { CandleJudge } from "./candle-judge.ts";
import type { Rows } from "./live-rows.ts";
import type { CcxtClient } from "./load-client.ts";
import { marketFault } from "./market-fault.ts";

/** How far our idea of the exchange's time may be off. */
const TIME_ERROR_MS = 1500;

/** Candles that exchanges give in one answer; the least that the large ones agree on. */
const PAGE = 1000;

export interface CandleFetch {
  readonly client: CcxtClient;
  readonly ccxtSymbol: string;
  readonly timeframe: Timeframe;
  readonly sinceMs: number;
  readonly limit: number;
  readonly time: Clock;
  readonly judge: CandleJudge;
}

/**
 * Closed candles from an exchange, page by page, oldest first; unusable ones are put aside. Throws `DeskError`
 * `market-unavailable` when a page cannot be read.
 */
export async function fetchClosedCandles(wanted: CandleFetch): Promise<Candle[]> {
  const { limit, timeframe, time, judge } = wanted;
  const length = timeframeMs(timeframe);
  const found = new Map<number, Candle>();
  let since = Math.ceil(wanted.sinceMs / length) * length;
  while (found.size < limit && since + length <= time.now()) {
    // The answer is as old as the request: a candle that ends meanwhile was still forming.
    const asOf = time.now();
    const rows = await page(wanted, since, Math.min(PAGE, limit - found.size + 1));
    for (const row of closedRows(rows, asOf, length)) {
      const candle = judge.accept(row, "history", asOf);
      if (candle && candle.openTime >= since) found.set(candle.openTime, candle);
    }
    const reached = latest(rows, asOf);
    if (!(reached >= since)) break;
    since = reached + length;
  }
  return [...found.values()].slice(0, limit);
}

async function page(wanted: CandleFetch, since: number, limit: number): Promise<Rows> {
  const { client, ccxtSymbol, timeframe } = wanted;
  try {
    return await client.fetchOHLCV(ccxtSymbol, timeframe, since, limit);
  } catch (error) {
    throw marketFault(client, error);
  }
}

/**
 * Rows in the order of time without the forming one: those that are followed by another, or that ended so long
 * ago that no error of our time matters. Rows without a usable time stay, for the judge to put aside.
 */
function closedRows(rows: Rows, asOf: number, length: number): Rows {
  const newest = latest(rows, asOf);
  return [...rows]
    .sort((left, right) => openTimeOf(left) - openTimeOf(right))
    .filter((row) => {
      const end = openTimeOf(row) + length;
      return end <= newest || end + TIME_ERROR_MS <= asOf;
    });
}

/** The latest open time that is not in the future. */
function latest(rows: Rows, asOf: number): number {
  return Math.max(...rows.map(openTimeOf).filter((openTime) => openTime <= asOf + TIME_ERROR_MS));
}

/** Minus infinity for a row without a usable time. */
function openTimeOf(row: readonly unknown[]): number {
  return typeof row[0] === "number" && Number.isFinite(row[0]) ? row[0] : Number.NEGATIVE_INFINITY;
}
