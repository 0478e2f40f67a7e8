import type { Decimal } from "decimal.js";
import { decimal, toText } from "../decimal.ts";
import type { Instrument } from "../instrument.ts";
import { clientOrderId, nextAttempt } from "./client-order-id.ts";
import type { OrderLeg, OrderType, ReduceOnlyOrder } from "./order.ts";
import { targetLadder } from "./target-ladder.ts";
import type { OrderState, Trade } from "./trade.ts";
import type { OrderIntent } from "./trade-event.ts";
import { entryOrder, isAlive, openQuantity, ordersOfLeg, remainingQuantity, sideOf } from "./trade-facts.ts";

/** Where and for whom a decision is made. */
export interface Desk {
  /** Name of this desk at the exchange, part of every client order id. */
  readonly instance: string;
  readonly instrument: Instrument;
  /** Epoch ms. */
  readonly now: number;
}

/** Orders that protect what is filled: a stop for what no live stop covers, and targets on their ladder. */
export function protectionIntents(trade: Trade, desk: Desk): readonly OrderIntent[] {
  return [...stopIntents(trade, desk), ...targetIntents(trade, desk)];
}

/** Quantity of the position that no live stop would close. */
export function unprotectedQuantity(trade: Trade): Decimal {
  return decimal(openQuantity(trade)).minus(aliveQuantity(trade, isStop));
}

/** An exit at the market for what no live exit closes already; none when there is nothing left. */
export function exitIntents(trade: Trade, desk: Desk): readonly OrderIntent[] {
  const quantity = decimal(openQuantity(trade)).minus(aliveQuantity(trade, isExit));
  return quantity.gt(0) ? [intentOf(trade, desk, "exit", quantity)] : [];
}

/** The order of an intended leg as the exchange gets it. */
export function reduceOnlyOrder(trade: Trade, order: OrderState): ReduceOnlyOrder {
  const request = {
    clientOrderId: order.clientOrderId,
    symbol: trade.plan.symbol,
    side: sideOf(trade.plan.direction, order.leg),
    type: typeOf(order.leg),
    quantity: order.quantity,
    reduceOnly: true as const,
    createdAt: order.intendedAt ?? trade.updatedAt,
  };
  return order.price === undefined ? request : { ...request, price: order.price };
}

export function isStop(order: OrderState): boolean {
  return order.leg === "stop";
}

export function isExit(order: OrderState): boolean {
  return order.leg === "exit";
}

export function isTarget(order: OrderState): boolean {
  return order.leg.startsWith("target-");
}

function typeOf(leg: OrderLeg): OrderType {
  if (leg === "stop") return "stop";
  return leg === "exit" ? "market" : "take-profit";
}

/** Each increase of the position gets a stop of its own, so that no moment passes without one. */
function stopIntents(trade: Trade, desk: Desk): readonly OrderIntent[] {
  const quantity = unprotectedQuantity(trade);
  const price = trade.protectedAt ?? trade.plan.stop;
  return quantity.gt(0) ? [intentOf(trade, desk, "stop", quantity, price)] : [];
}

/**
 * What the ladder of the filled quantity has and the trade never ordered. A target that ended without a fill
 * is not ordered again: the exchange or a person did not want it, and the stop still stands. Slices below the
 * minimum wait until the entry is settled.
 */
function targetIntents(trade: Trade, desk: Desk): readonly OrderIntent[] {
  const { targets } = trade.plan;
  const ladder = targetLadder(decimal(trade.entryQuantity), targets.length, desk.instrument);
  const entry = entryOrder(trade);
  const smallest = entry !== undefined && isAlive(entry) ? decimal(desk.instrument.minQuantity) : decimal(0);
  let left = decimal(openQuantity(trade)).minus(aliveQuantity(trade, isTarget));
  return ladder.flatMap((share, rung) => {
    const leg: OrderLeg = `target-${rung + 1}`;
    const missing = share.minus(orderedQuantity(trade, leg));
    const quantity = missing.lt(left) ? missing : left;
    const price = targets[rung];
    if (price === undefined || !quantity.gt(0) || quantity.lt(smallest)) return [];
    left = left.minus(quantity);
    return intentOf(trade, desk, leg, quantity, price);
  });
}

function orderedQuantity(trade: Trade, leg: OrderLeg): Decimal {
  return ordersOfLeg(trade, leg).reduce((sum, order) => sum.plus(order.quantity), decimal(0));
}

function aliveQuantity(trade: Trade, isOfLeg: (order: OrderState) => boolean): Decimal {
  return trade.orders
    .filter((order) => isOfLeg(order) && isAlive(order))
    .reduce((sum, order) => sum.plus(remainingQuantity(order)), decimal(0));
}

function intentOf(trade: Trade, desk: Desk, leg: OrderLeg, quantity: Decimal, price?: string): OrderIntent {
  const id = clientOrderId(desk.instance, trade.id, leg, nextAttempt(trade, leg));
  const intent = { leg, clientOrderId: id, quantity: toText(quantity) };
  return price === undefined ? intent : { ...intent, price };
}
