import { decimal } from "../decimal.ts";
import type { Trade } from "../trade/trade.ts";
import {
  approvedQuantity,
  entryOrder,
  isAlive,
  openQuantity,
  remainingQuantity,
} from "../trade/trade-facts.ts";
import { notional, otherTrades, type RiskInput } from "./risk-input.ts";

/** Notional of everything that is held or may still be entered, with this entry, as a multiple of the balance. */
export function leverageOf(input: RiskInput): number {
  const { balance } = input.account;
  const all = otherTrades(input).reduce((sum, trade) => sum.plus(notionalOf(trade)), notional(input));
  return decimal(balance).gt(0) ? all.div(balance).toNumber() : Number.POSITIVE_INFINITY;
}

/** Margin that this all needs when the exchange lends `leverage` times, in percent of the balance. */
export function marginOf(input: RiskInput, leverage: number): number {
  return (leverageOf(input) * 100) / leverage;
}

function notionalOf(trade: Trade) {
  const entry = entryOrder(trade);
  const waiting = entry === undefined ? decimal(approvedQuantity(trade)) : remainingQuantity(entry);
  const mayFill = entry === undefined || isAlive(entry) ? waiting : decimal(0);
  return decimal(openQuantity(trade))
    .plus(mayFill)
    .mul(trade.entryPrice ?? trade.plan.entry);
}
