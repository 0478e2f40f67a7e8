import { type DecimalText, decimal } from "../decimal.ts";
import type { ClosedTrade } from "./closed-trade.ts";

/** Money of the account at an instant. */
export interface EquityPoint {
  readonly at: number;
  readonly equity: number;
}

/**
 * The account after each closed trade, counted back from what it holds now; the first point stands before the first
 * trade. `trades` oldest first, and none missing between the first and now. Empty without trades.
 */
export function equityCurve(trades: readonly ClosedTrade[], balanceNow: DecimalText): readonly EquityPoint[] {
  const [first] = trades;
  if (first === undefined) return [];
  let equity = trades.reduce((left, { pnl }) => left.minus(pnl), decimal(balanceNow));
  const start = { at: first.signalAt, equity: equity.toNumber() };
  const after = trades.map(({ closedAt, pnl }) => {
    equity = equity.plus(pnl);
    return { at: closedAt, equity: equity.toNumber() };
  });
  return [start, ...after];
}
