import type { Decimal } from "decimal.js";
import { type DecimalText, decimal, toText } from "../decimal.ts";
import type { Direction } from "../signal.ts";
import type { OrderLeg, OrderSide } from "./order.ts";
import { FINAL_STATES, type OrderState, type Trade, type TradeState } from "./trade.ts";

const finalStates: ReadonlySet<TradeState> = new Set<TradeState>(FINAL_STATES);

export function isFinal(state: TradeState): boolean {
  return finalStates.has(state);
}

/** Approved and not final: it has, or may still get, orders or a position. */
export function isLive(state: TradeState): boolean {
  return state !== "proposed" && !isFinal(state);
}

/** 1 for long, -1 for short. */
export function directionSign(direction: Direction): 1 | -1 {
  return direction === "long" ? 1 : -1;
}

/** Which way an order of the leg trades. */
export function sideOf(direction: Direction, leg: OrderLeg): OrderSide {
  return (direction === "long") === (leg === "entry") ? "buy" : "sell";
}

/** True while the order may exist at the exchange, also when nobody knows. */
export function isAlive(order: OrderState): boolean {
  return order.status === "intended" || order.status === "working" || order.status === "unknown";
}

/** Orders that may exist at the exchange, in order of creation. */
export function liveOrders(trade: Trade): readonly OrderState[] {
  return trade.orders.filter(isAlive);
}

export function findOrder(trade: Trade, clientOrderId: string): OrderState | undefined {
  return trade.orders.find((order) => order.clientOrderId === clientOrderId);
}

/** The trade's only entry order; unset before it was intended. */
export function entryOrder(trade: Trade): OrderState | undefined {
  return trade.orders.find((order) => order.leg === "entry");
}

export function ordersOfLeg(trade: Trade, leg: OrderLeg): readonly OrderState[] {
  return trade.orders.filter((order) => order.leg === leg);
}

/** Prices of the targets in force. */
export function targetPrices({ ladder, plan }: Trade): readonly DecimalText[] {
  return ladder === undefined ? plan.targets : ladder.rungs.map(({ price }) => price);
}

/** What an order has not filled yet. */
export function remainingQuantity(order: OrderState): Decimal {
  return decimal(order.quantity).minus(order.filledQuantity ?? "0");
}

/** Entered and not yet left, in the base currency; zero also while an exit is known before its entry. */
export function openQuantity(trade: Trade): DecimalText {
  const open = decimal(trade.entryQuantity).minus(trade.exitQuantity);
  return open.gt(0) ? toText(open) : "0";
}

/** What was allowed to be entered: the approved quantity, or the proposed one before an approval. */
export function approvedQuantity(trade: Trade): DecimalText {
  return trade.approval?.quantity ?? trade.plan.quantity;
}

/**
 * 1R per unit of the base currency: from the planned entry to the planned stop. What a fill is worse than its plan
 * is part of the result, so that every R of a trade (targets, management, result, statistics) is the same money.
 */
export function riskPerUnit(trade: Trade): Decimal {
  return decimal(trade.plan.entry).minus(trade.plan.stop).abs();
}

/** 1R in money: the planned stop distance times what was filled, or times what may be while nothing is. */
export function plannedRisk(trade: Trade): DecimalText {
  const filled = decimal(trade.entryQuantity);
  return toText(riskPerUnit(trade).mul(filled.gt(0) ? filled : approvedQuantity(trade)));
}

/**
 * Money that is lost when the trade's stop is hit now: of the open position and of an entry that still may
 * fill. Zero when the stop stands at or beyond the entry price, and in states that hold nothing.
 */
export function openRisk(trade: Trade): DecimalText {
  if (!isLive(trade.state)) return "0";
  const stop = trade.protectedAt ?? trade.plan.stop;
  const distance = decimal(trade.entryPrice ?? trade.plan.entry)
    .minus(stop)
    .mul(directionSign(trade.plan.direction));
  const atStake = decimal(openQuantity(trade)).plus(unfilledEntry(trade));
  return distance.gt(0) ? toText(distance.mul(atStake)) : "0";
}

/** Quantity the entry may still fill. */
function unfilledEntry(trade: Trade): Decimal {
  const entry = entryOrder(trade);
  if (entry !== undefined) return isAlive(entry) ? remainingQuantity(entry) : decimal(0);
  return decimal(trade.closing === undefined ? approvedQuantity(trade) : 0);
}

/** True when stops that were read back from the exchange cover the whole open position (or it is flat). */
export function isProtected(trade: Trade): boolean {
  const covered = liveOrders(trade)
    .filter((order) => order.confirmedPrice !== undefined)
    .reduce((sum, order) => sum.plus(remainingQuantity(order)), decimal(0));
  return covered.gte(openQuantity(trade));
}
