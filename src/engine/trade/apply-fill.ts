import { decimal, toText } from "../decimal.ts";
import { advanced, replaceOrder } from "./apply-order.ts";
import type { Fill, OrderLeg } from "./order.ts";
import type { OrderState, Trade } from "./trade.ts";
import { entryOrder, findOrder, sideOf } from "./trade-facts.ts";

const AVERAGE_DIGITS = 20;

/**
 * Adds a fill once. Unset when it cannot be: of an order that was never intended or does not exist at the
 * exchange, on the wrong side or symbol, without quantity, or above what was ordered.
 */
export function applyFill(trade: Trade, leg: OrderLeg, fill: Fill): Trade | undefined {
  const order = findOrder(trade, fill.clientOrderId);
  if (order === undefined || !belongs(trade, order, leg, fill)) return undefined;
  if (trade.fillIds.includes(fill.fillId)) return trade;
  const filled = filledOrder(order, fill);
  if (filled === undefined) return undefined;
  const counted = leg === "entry" ? countEntry(trade, fill) : countExit(trade, fill);
  if (counted === undefined) return undefined;
  return {
    ...counted,
    orders: replaceOrder(trade.orders, filled),
    fees: toText(decimal(trade.fees).plus(fill.fee)),
    fillIds: [...trade.fillIds, fill.fillId].sort(),
  };
}

function belongs(trade: Trade, order: OrderState, leg: OrderLeg, fill: Fill): boolean {
  return (
    order.leg === leg &&
    order.status !== "rejected" &&
    fill.symbol === trade.plan.symbol &&
    fill.side === sideOf(trade.plan.direction, leg) &&
    decimal(fill.quantity).gt(0) &&
    decimal(fill.price).gt(0)
  );
}

/** A fill proves that the order exists; the last one ends it, even after a cancel that came too late. */
function filledOrder(order: OrderState, fill: Fill): OrderState | undefined {
  const quantity = decimal(order.filledQuantity ?? "0").plus(fill.quantity);
  if (quantity.gt(order.quantity)) return undefined;
  const status = quantity.eq(order.quantity) ? "filled" : "working";
  return { ...advanced(order, status), filledQuantity: toText(quantity) };
}

function countEntry(trade: Trade, fill: Fill): Trade {
  const sums = added(trade.entryQuantity, trade.entryNotional, fill);
  const openedAt = Math.min(trade.openedAt ?? fill.at, fill.at);
  return {
    ...trade,
    openedAt,
    entryQuantity: sums.quantity,
    entryNotional: sums.notional,
    entryPrice: sums.average,
  };
}

/** Exits may be known before their entry, but can never be more than the entry order could have bought. */
function countExit(trade: Trade, fill: Fill): Trade | undefined {
  const sums = added(trade.exitQuantity, trade.exitNotional, fill);
  if (decimal(sums.quantity).gt(entryOrder(trade)?.quantity ?? "0")) return undefined;
  return { ...trade, exitQuantity: sums.quantity, exitNotional: sums.notional, exitPrice: sums.average };
}

function added(quantity: string, notional: string | undefined, fill: Fill) {
  const quantitySum = decimal(quantity).plus(fill.quantity);
  const notionalSum = decimal(notional ?? "0").plus(decimal(fill.price).mul(fill.quantity));
  return {
    quantity: toText(quantitySum),
    notional: toText(notionalSum),
    average: toText(notionalSum.div(quantitySum).toSignificantDigits(AVERAGE_DIGITS)),
  };
}
