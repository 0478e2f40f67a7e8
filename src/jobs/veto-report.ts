import { timeframeMs } from "../engine/candles/timeframe.ts";
import type { VetoReport } from "../engine/ports/control.ts";
import { shadowOf } from "../engine/trade/shadow.ts";
import type { Trade } from "../engine/trade/trade.ts";
import { groupVetoes, type Veto } from "../engine/trade/vetoes.ts";
import type { DeskContext } from "./desk-context.ts";

/** Newest trades that are looked through. */
const LOOKED_AT = 1000;
const STORED_CANDLES = 1000;
const VETOED = ["skipped", "expired", "denied"] as const;

/** What was not traded lately, by reason, followed through the stored candles. */
export async function vetoReport(context: DeskContext): Promise<VetoReport> {
  const newest = await context.ledger.newest(LOOKED_AT);
  const vetoed = newest.filter(({ state }) => VETOED.some((veto) => veto === state));
  const candlesOf = candleReader(context);
  const vetoes: Veto[] = [];
  for (const trade of vetoed) vetoes.push(await vetoOf(trade, candlesOf));
  const since = vetoed.at(-1)?.createdAt;
  return { groups: groupVetoes(vetoes), ...(since !== undefined && { since }) };
}

type ReadCandles = ReturnType<typeof candleReader>;

/** Reads the candles of each symbol and timeframe once. */
function candleReader({ candles }: DeskContext) {
  const read = new Map<string, ReturnType<typeof candles.newest>>();
  return ({ symbol, timeframe }: Trade["signal"]) => {
    const key = `${symbol} ${timeframe}`;
    const known = read.get(key) ?? candles.newest(symbol, timeframe, STORED_CANDLES);
    read.set(key, known);
    return known;
  };
}

async function vetoOf(trade: Trade, candlesOf: ReadCandles): Promise<Veto> {
  const { signal } = trade;
  const stored = await candlesOf(signal);
  const first = stored[0];
  const isCovered = first !== undefined && first.openTime <= signal.knownAt + timeframeMs(signal.timeframe);
  return isCovered ? { trade, shadow: shadowOf(signal, stored) } : { trade };
}
