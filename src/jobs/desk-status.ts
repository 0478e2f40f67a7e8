import { timeframeMs } from "../engine/candles/timeframe.ts";
import type { DeskStatus } from "../engine/ports/control.ts";
import type { DeskContext } from "./desk-context.ts";
import { readPause } from "./pause.ts";

/** Slow connections and quiet symbols are no reason to worry anybody. */
const LEAST_PATIENCE_MS = 180_000;

/** The desk at one glance. `startedAt` is in its own time. */
export async function deskStatus(context: DeskContext, startedAt: number): Promise<DeskStatus> {
  const symbols = [...context.instruments.keys()];
  const [account, counts, paused, lastCandle] = await Promise.all([
    context.exchange.account(),
    context.ledger.countByState(),
    readPause(context),
    lastCandleAt(context, symbols[0]),
  ]);
  const now = context.clock.now();
  const patienceMs = Math.max(LEAST_PATIENCE_MS, 3 * timeframeMs(context.baseTimeframe));
  return {
    mode: context.mode,
    market: context.market,
    symbols,
    now,
    startedAt,
    ...(lastCandle !== undefined && { lastCandleAt: lastCandle }),
    isFeedFresh: now - (lastCandle ?? startedAt) <= patienceMs,
    ...(paused && { paused }),
    ...account,
    counts,
  };
}

async function lastCandleAt(
  { candles }: DeskContext,
  symbol: string | undefined,
): Promise<number | undefined> {
  return symbol === undefined ? undefined : (await candles.price(symbol))?.at;
}
