import { type DecimalText, decimal } from "../decimal.ts";
import type { OrderState, Trade, TradeState } from "./trade.ts";
import { directionSign, entryOrder, isAlive, liveOrders } from "./trade-facts.ts";

const STATE_OF_UNFILLED_ENTRY = {
  intended: "submitting",
  working: "working",
  unknown: "unknown",
  rejected: "rejected",
  cancelled: "closing",
  filled: "open",
} as const satisfies Record<OrderState["status"], TradeState>;

/**
 * Reads state, protection and the given-up entry from the orders and quantities of an approved trade. Because
 * nothing but the facts decides, it does not matter in which order they became known.
 */
export function stateFromFacts(trade: Trade): Trade {
  const state = stateOf(trade);
  return withProtection(withClosing({ ...trade, state, orders: ordersIn(state, trade.orders) }));
}

function stateOf(trade: Trade): TradeState {
  if (trade.closing !== undefined && trade.closing.reason !== "entry-cancelled") return "closing";
  const entry = entryOrder(trade);
  if (entry !== undefined && decimal(trade.entryQuantity).gt(0)) {
    return isAlive(entry) ? "partially-filled" : "open";
  }
  if (trade.closing !== undefined) return "closing";
  return entry === undefined ? "approved" : STATE_OF_UNFILLED_ENTRY[entry.status];
}

/** With its entry refused, what was only intended beside it is never sent. */
function ordersIn(state: TradeState, orders: readonly OrderState[]): readonly OrderState[] {
  if (state !== "rejected") return orders;
  return orders.map((order) => (isAlive(order) ? { ...order, status: "cancelled" } : order));
}

/** `entry-cancelled` stands exactly while nothing is filled; whatever is filled lives on as a position. */
function withClosing(trade: Trade): Trade {
  if (trade.state === "closing") {
    return trade.closing === undefined ? { ...trade, closing: { reason: "entry-cancelled" } } : trade;
  }
  const { closing: _givenUp, ...rest } = trade;
  return rest;
}

function withProtection(trade: Trade): Trade {
  const protectedAt = tightestStop(trade);
  const { protectedAt: _before, ...rest } = trade;
  return protectedAt === undefined ? rest : { ...rest, protectedAt };
}

/** Of the live stops that were read back, the price that loses least. */
function tightestStop(trade: Trade): DecimalText | undefined {
  const sign = directionSign(trade.plan.direction);
  const prices = liveOrders(trade).flatMap((order) => order.confirmedPrice ?? []);
  return prices.reduce<DecimalText | undefined>(
    (best, price) => (best === undefined || decimal(price).minus(best).mul(sign).gt(0) ? price : best),
    undefined,
  );
}
