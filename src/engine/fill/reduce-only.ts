import type { OrderSide } from "../trade/order.ts";
import { type PaperAccount, type PaperOrder, positionOf, withOrder } from "./account.ts";
import { exact } from "./exact.ts";

/** True when an order of `side` makes a position of the signed size `quantity` smaller. */
export function reduces(side: OrderSide, quantity: string): boolean {
  return side === "sell" ? exact(quantity).gt(0) : exact(quantity).lt(0);
}

/** True when the symbol has a position that an order of `side` would make smaller. */
export function hasReducible(account: PaperAccount, symbol: string, side: OrderSide): boolean {
  const position = positionOf(account, symbol);
  return position !== undefined && reduces(side, position.quantity);
}

/** True when a live entry, once filled, gives a position that an order of `side` would make smaller. */
export function hasAwaitedEntry(account: PaperAccount, symbol: string, side: OrderSide): boolean {
  return account.working.some((order) => !order.reduceOnly && order.symbol === symbol && order.side !== side);
}

/**
 * Brings the reduce-only orders of a symbol in line with its position: those that have one now are armed,
 * those whose position is gone, or whose awaited entry is gone, are cancelled.
 */
export function settleReduceOnly(
  account: PaperAccount,
  symbol: string,
): { readonly account: PaperAccount; readonly cancelled: readonly string[] } {
  let settled = account;
  const cancelled: string[] = [];
  for (const order of account.working) {
    if (!order.reduceOnly || order.symbol !== symbol) continue;
    const next = settledOrder(account, order);
    if (next === order) continue;
    settled = withOrder(settled, next);
    if (next.status === "cancelled") cancelled.push(next.clientOrderId);
  }
  return { account: settled, cancelled };
}

function settledOrder(account: PaperAccount, order: PaperOrder): PaperOrder {
  if (hasReducible(account, order.symbol, order.side)) return order.armed ? order : { ...order, armed: true };
  const waits = !order.armed && hasAwaitedEntry(account, order.symbol, order.side);
  return waits ? order : { ...order, status: "cancelled" };
}
