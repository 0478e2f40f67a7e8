import { decimal } from "../engine/decimal.ts";
import type { Trade } from "../engine/trade/trade.ts";

/** What a replay came to; the last line that the `replay` command prints. */
export interface ReplayResult {
  readonly candles: number;
  readonly detections: number;
  readonly signals: number;
  readonly denied: number;
  readonly proposed: number;
  readonly approved: number;
  readonly filled: number;
  readonly closed: number;
  readonly wins: number;
  readonly losses: number;
  /** Sum of the results in multiples of the planned risk, two decimals. */
  readonly netR: number;
  /** In the quote currency after fees, two decimals. */
  readonly netPnl: number;
  /** Largest fall of the closed balance from its peak, two decimals. */
  readonly maxDrawdownPercent: number;
  readonly cards: number;
  readonly charts: number;
  readonly elapsedMs: number;
}

export interface ReplayCounts {
  readonly candles: number;
  readonly detections: number;
  readonly signals: number;
  readonly cards: number;
  readonly charts: number;
  readonly elapsedMs: number;
}

/** Sums up the trades of a finished replay. `trades` holds every one, in the order of their proposals. */
export function summarise(
  trades: readonly Trade[],
  counts: ReplayCounts,
  startBalance: string,
): ReplayResult {
  const closed = trades.filter((trade) => trade.state === "closed" && Number(trade.entryQuantity) > 0);
  const results = closed.flatMap((trade) => trade.result ?? []);
  const pnl = results.reduce((sum, result) => sum.plus(result.pnl), decimal(0));
  return {
    candles: counts.candles,
    detections: counts.detections,
    signals: counts.signals,
    denied: trades.filter((trade) => trade.state === "denied" && trade.approval === undefined).length,
    proposed: trades.filter((trade) => trade.state !== "denied" || trade.approval !== undefined).length,
    approved: trades.filter((trade) => trade.approval !== undefined).length,
    filled: trades.filter((trade) => Number(trade.entryQuantity) > 0).length,
    closed: closed.length,
    wins: results.filter((result) => decimal(result.pnl).gt(0)).length,
    losses: results.filter((result) => decimal(result.pnl).lt(0)).length,
    netR: round(results.reduce((sum, result) => sum + result.r, 0)),
    netPnl: round(pnl.toNumber()),
    maxDrawdownPercent: round(drawdownPercent(closed, startBalance)),
    cards: counts.cards,
    charts: counts.charts,
    elapsedMs: Math.round(counts.elapsedMs),
  };
}

/** Largest fall of the balance from its highest point so far, trade by trade in the order of their ends. */
function drawdownPercent(closed: readonly Trade[], startBalance: string): number {
  let balance = decimal(startBalance);
  let peak = balance;
  let worst = decimal(0);
  for (const trade of [...closed].sort((a, b) => a.updatedAt - b.updatedAt)) {
    balance = balance.plus(trade.result?.pnl ?? 0);
    if (balance.gt(peak)) peak = balance;
    const fall = peak.minus(balance).div(peak).mul(100);
    if (fall.gt(worst)) worst = fall;
  }
  return worst.toNumber();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
