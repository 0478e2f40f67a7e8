import type { DecimalText } from "../decimal.ts";
import type { Direction } from "../signal.ts";
import type { CloseReason, Trade } from "../trade/trade.ts";

/** A trade that is over, as far as results are counted: what it made, and what it has in common with others. */
export interface ClosedTrade {
  /** Close time of the deciding candle, epoch ms. */
  readonly signalAt: number;
  readonly closedAt: number;
  readonly symbol: string;
  readonly strategy: string;
  readonly direction: Direction;
  /** Kill zone or session of the deciding candle; unset outside of all. */
  readonly session?: string;
  readonly reason: CloseReason;
  /** Multiple of the planned risk, after fees. */
  readonly r: number;
  /** Money after fees, quote currency. */
  readonly pnl: DecimalText;
  readonly fees: DecimalText;
}

/** What was entered and closed, oldest close first. A trade whose entry never filled made nothing and is left out. */
export function closedTrades(trades: readonly Trade[]): readonly ClosedTrade[] {
  return trades.flatMap(closedTrade).sort((one, other) => one.closedAt - other.closedAt);
}

function closedTrade(trade: Trade): readonly ClosedTrade[] {
  const { result, signal, plan } = trade;
  if (trade.state !== "closed" || result === undefined || Number(trade.entryQuantity) === 0) return [];
  return [
    {
      signalAt: signal.knownAt,
      // A closed trade does not change any more.
      closedAt: trade.updatedAt,
      symbol: plan.symbol,
      strategy: signal.strategy,
      direction: plan.direction,
      ...(signal.session !== undefined && { session: signal.session }),
      reason: result.reason,
      r: result.r,
      pnl: result.pnl,
      fees: trade.fees,
    },
  ];
}
