import { decimal } from "../decimal.ts";
import type { OrderState, Trade } from "./trade.ts";
import type { EventOf, OrderIntent } from "./trade-event.ts";
import { approvedQuantity, entryOrder, findOrder } from "./trade-facts.ts";

/** What the exchange says about one order, apart from its fills. */
export type OrderNews = EventOf<
  "order.accepted" | "order.rejected" | "order.unknown" | "order.cancelled" | "trade.protected"
>;

/** An order only moves up: whoever speaks last, the furthest status stands. */
const RANK = {
  intended: 0,
  unknown: 1,
  working: 2,
  cancelled: 3,
  rejected: 4,
  filled: 5,
} as const satisfies Record<OrderState["status"], number>;

export function advanced(order: OrderState, status: OrderState["status"]): OrderState {
  return RANK[status] > RANK[order.status] ? { ...order, status } : order;
}

export function replaceOrder(orders: readonly OrderState[], changed: OrderState): readonly OrderState[] {
  return orders.map((order) => (order.clientOrderId === changed.clientOrderId ? changed : order));
}

/** Unset when the order was never intended, or when the news contradicts what the exchange said before. */
export function applyOrderNews(trade: Trade, news: OrderNews): Trade | undefined {
  const order = findOrder(trade, news.clientOrderId);
  if (order === undefined) return undefined;
  const changed = changedOrder(order, news);
  if (changed === undefined) return undefined;
  if (changed === order) return trade;
  const next = { ...trade, orders: replaceOrder(trade.orders, changed) };
  if (news.type !== "order.rejected" || order.leg !== "entry") return next;
  return { ...next, ended: { key: "rejected", args: { code: news.code } } };
}

function changedOrder(order: OrderState, news: OrderNews): OrderState | undefined {
  switch (news.type) {
    case "order.accepted":
      return order.status === "rejected" ? undefined : accepted(order, news.exchangeOrderId);
    case "order.unknown":
      return advanced(order, "unknown");
    case "order.cancelled":
      return advanced(order, "cancelled");
    case "order.rejected":
      return rejected(order);
    case "trade.protected":
      return order.leg === "stop" && order.status !== "rejected" ? confirmed(order, news.stop) : undefined;
  }
}

function accepted(order: OrderState, exchangeOrderId: string): OrderState {
  const working = advanced(order, "working");
  return working.exchangeOrderId === undefined ? { ...working, exchangeOrderId } : working;
}

/** A refusal says that the order never existed; one that was accepted or filled cannot be refused any more. */
function rejected(order: OrderState): OrderState | undefined {
  const existed = order.status === "working" || order.exchangeOrderId !== undefined;
  return existed || order.filledQuantity !== undefined ? undefined : advanced(order, "rejected");
}

function confirmed(order: OrderState, confirmedPrice: string): OrderState {
  const working = advanced(order, "working");
  return working.confirmedPrice === confirmedPrice ? working : { ...working, confirmedPrice };
}

/** Unset when one of the intents may not be; the same trade when all of them are known already. */
export function addIntents(trade: Trade, intents: readonly OrderIntent[], at: number): Trade | undefined {
  let next = trade;
  for (const intent of intents) {
    const known = findOrder(next, intent.clientOrderId);
    if (known !== undefined && !isSameIntent(known, intent)) return undefined;
    if (known !== undefined) continue;
    if (!mayIntend(next, intent, at)) return undefined;
    next = { ...next, orders: [...next.orders, { ...intent, status: "intended", intendedAt: at }] };
  }
  return next;
}

function isSameIntent(order: OrderState, intent: OrderIntent): boolean {
  return (
    order.leg === intent.leg &&
    order.quantity === intent.quantity &&
    (order.price ?? "") === (intent.price ?? "")
  );
}

/** One entry for each approval, in its time and size; exits only once there is an entry to leave. */
function mayIntend(trade: Trade, intent: OrderIntent, at: number): boolean {
  const quantity = decimal(intent.quantity);
  if (!quantity.gt(0)) return false;
  if (intent.leg !== "entry") return entryOrder(trade) !== undefined;
  const inTime = trade.state === "approved" && at < trade.expiresAt;
  return inTime && entryOrder(trade) === undefined && quantity.lte(approvedQuantity(trade));
}
