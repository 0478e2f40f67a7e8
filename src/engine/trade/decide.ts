import { decimal } from "../decimal.ts";
import type { PlaceOutcome } from "../ports/exchange.ts";
import type { EndedSetup } from "../strategy/setup-end.ts";
import { apply, applyAll } from "./apply.ts";
import { isHeldBack, waitingSales } from "./balance-exits.ts";
import { type Desk, reduceOnlyOrder } from "./exit-orders.ts";
import { followUp } from "./follow-up.ts";
import { type MarketMoment, managementEvents } from "./manage.ts";
import type { ManagementPlan } from "./management.ts";
import type { AssessedEntry, Fill, OrderReport, ReduceOnlyOrder } from "./order.ts";
import type { Actor, CloseReason, OrderState, Trade } from "./trade.ts";
import type { ExpiryReason, OrderIntent, TradeEvent } from "./trade-event.ts";
import { directionSign, entryOrder, findOrder, isAlive } from "./trade-facts.ts";

/**
 * What a handler does next, in this order: commit `events` as one transition to `next` (nothing when there are
 * none), then send `place`, then cancel `cancel`. When the commit conflicts: load again and decide again.
 */
export interface Decision {
  readonly events: readonly TradeEvent[];
  readonly next: Trade;
  readonly place: readonly ReduceOnlyOrder[];
  /** Client order ids. Ask for each order's report afterwards and go on with `afterReport`. */
  readonly cancel: readonly string[];
}

/** Takes in events that happened and adds what follows from them. Events that tell nothing new are left out. */
export function decide(trade: Trade, happened: readonly TradeEvent[], desk: Desk): Decision {
  const news = newEvents(trade, happened);
  const known = news.reduce(apply, trade);
  const { events, cancel } = followUp(known, desk);
  return decisionOf(trade, [...news, ...events], cancel, desk);
}

/** What must be done because of what the trade is: after a restart, and for a sweep over live trades. */
export function resume(trade: Trade, desk: Desk): Decision {
  return decide(trade, [], desk);
}

/** The approval of an assessed entry. */
export function approvalEvent(
  order: AssessedEntry,
  by: Actor,
  sizeFactor: number,
  management?: ManagementPlan,
  rule?: string,
): TradeEvent {
  const { createdAt: at, quantity } = order;
  return {
    type: "trade.approved",
    at,
    by,
    sizeFactor,
    quantity,
    ...(management !== undefined && { management }),
    ...(rule !== undefined && { rule }),
  };
}

/** The intent to commit before the entry is sent. */
export function entryIntents(order: AssessedEntry): readonly OrderIntent[] {
  const { clientOrderId, quantity, price } = order;
  const intent = { leg: "entry" as const, clientOrderId, quantity };
  return [price === undefined ? intent : { ...intent, price }];
}

/** A fill arrived. Throws `DeskError` `trade-transition-impossible` when it cannot belong to the trade. */
export function afterFill(trade: Trade, fill: Fill, desk: Desk): Decision {
  const leg = findOrder(trade, fill.clientOrderId)?.leg ?? "entry";
  return decide(trade, [{ type: "order.filled", at: fill.at, leg, fill }], desk);
}

/** The exchange answered, or did not. A refused exit is not tried again at once: `resume` does, later. */
export function afterPlaced(
  trade: Trade,
  clientOrderId: string,
  outcome: PlaceOutcome,
  desk: Desk,
): Decision {
  const at = desk.now;
  switch (outcome.status) {
    case "accepted": {
      const { exchangeOrderId } = outcome;
      return decide(trade, [{ type: "order.accepted", at, clientOrderId, exchangeOrderId }], desk);
    }
    case "unknown":
      return decide(trade, [{ type: "order.unknown", at, clientOrderId, code: outcome.code }], desk);
    case "rejected": {
      const event: TradeEvent = { type: "order.rejected", at, clientOrderId, code: outcome.code };
      const isExit = findOrder(trade, clientOrderId)?.leg === "exit";
      return isExit ? decisionOf(trade, newEvents(trade, [event]), [], desk) : decide(trade, [event], desk);
    }
  }
}

/**
 * The exchange told how an order stands. The end of an entry counts only once every fill it reports is known, so
 * that a trade is never closed while a fill is on its way: ask again for every live order now and then. A
 * cancelled exit counts at once, because the position needs another one; what it filled only makes less of it.
 * A report that tells nothing new asks for nothing: what was just cancelled, and is over but for a fill on its way,
 * would be cancelled for ever, and that fill waits for this step to end. `resume` cancels what still stands.
 */
export function afterReport(trade: Trade, report: OrderReport, desk: Desk): Decision {
  const order = findOrder(trade, report.clientOrderId);
  const events = order === undefined ? [] : eventsOfReport(order, report, desk.now);
  const decision = decide(trade, events, desk);
  return decision.events.length === 0 ? { ...decision, cancel: [] } : decision;
}

/** The exchange proved that it does not know the order. */
export function afterAbsence(trade: Trade, clientOrderId: string, desk: Desk): Decision {
  const order = findOrder(trade, clientOrderId);
  if (order === undefined || !isAlive(order)) return decide(trade, [], desk);
  const wasNeverSeen = order.status === "intended" || order.status === "unknown";
  const event: TradeEvent =
    order.leg === "entry" && wasNeverSeen
      ? { type: "order.rejected", at: desk.now, clientOrderId, code: "never-arrived" }
      : { type: "order.cancelled", at: desk.now, clientOrderId };
  return decide(trade, [event], desk);
}

/** Closes the position at the market, or gives up the entry. For trades that were approved and are not over. */
export function closeTrade(trade: Trade, reason: CloseReason, desk: Desk, by?: Actor): Decision {
  const closing = { type: "trade.closing" as const, at: desk.now, reason };
  return decide(trade, [by === undefined ? closing : { ...closing, by }], desk);
}

/** Time went on: what waited too long expires, also a limit entry that is not filled. */
export function afterTime(trade: Trade, desk: Desk): Decision {
  if (desk.now < entryDeadline(trade)) return decide(trade, [], desk);
  return giveUpWaiting(trade, "time", desk);
}

/** When an entry is no longer sent: the proposal's expiry, or when the trade would be closed again. */
export function entryDeadline(trade: Trade): number {
  return Math.min(trade.expiresAt, trade.management?.closeAt ?? Number.POSITIVE_INFINITY);
}

/** A candle closed: the trade's own plan may move its stop or end it. */
export function afterCandle(trade: Trade, moment: MarketMoment, desk: Desk): Decision {
  return decide(trade, managementEvents(trade, moment, desk), desk);
}

/** Price moved: a setup whose stop or first target was reached before it was entered is gone. */
export function afterPrice(trade: Trade, price: number, desk: Desk): Decision {
  return isPriceGone(trade, price) ? giveUpWaiting(trade, "price-left", desk) : decide(trade, [], desk);
}

/** A fact of the market ended the setup before it was entered: the proposal expires, a waiting entry is given up. */
export function afterSetupEnd(trade: Trade, { fact, args }: EndedSetup, desk: Desk): Decision {
  return giveUpWaiting(trade, fact, desk, args);
}

/** Orders that were intended but perhaps never sent. The same id never makes two, and entries are never sent again. */
export function unsentOrders(trade: Trade, desk: Pick<Desk, "instrument">): readonly ReduceOnlyOrder[] {
  return trade.orders
    .filter((order) => order.status === "intended" && order.leg !== "entry")
    .filter((order) => !isHeldBack(trade, order, desk))
    .map((order) => reduceOnlyOrder(trade, order));
}

function newEvents(trade: Trade, happened: readonly TradeEvent[]): readonly TradeEvent[] {
  let known = trade;
  return happened.filter((event) => {
    const before = known;
    known = apply(before, event);
    return known !== before;
  });
}

function decisionOf(
  trade: Trade,
  events: readonly TradeEvent[],
  cancel: readonly string[],
  desk: Desk,
): Decision {
  if (events.length === 0) return { events, next: trade, place: [], cancel };
  const next = applyAll(trade, events);
  const waiting = waitingSales(next, desk);
  const isNew = ({ clientOrderId }: OrderState) => findOrder(trade, clientOrderId) === undefined;
  const place = next.orders
    .filter((order) => order.leg !== "entry" && (isNew(order) || waiting.includes(order)))
    .filter((order) => !isHeldBack(next, order, desk))
    .map((order) => reduceOnlyOrder(next, order));
  return { events, next, place, cancel };
}

function eventsOfReport(order: OrderState, report: OrderReport, at: number): readonly TradeEvent[] {
  const { clientOrderId, exchangeOrderId, price } = report;
  const accepted: TradeEvent = { type: "order.accepted", at, clientOrderId, exchangeOrderId };
  if (report.status === "working") {
    const isSeenStop = order.leg === "stop" && price !== undefined;
    return isSeenStop ? [accepted, { type: "trade.protected", at, clientOrderId, stop: price }] : [accepted];
  }
  const isSettled = decimal(report.filledQuantity).eq(order.filledQuantity ?? "0");
  if (!isSettled && report.status === "filled") return [accepted];
  if (!isSettled && order.leg === "entry") return [];
  const wasNeverSeen = order.status === "intended" || order.status === "unknown";
  return report.status === "rejected" && wasNeverSeen && decimal(report.filledQuantity).isZero()
    ? [{ type: "order.rejected", at, clientOrderId, code: "rejected" }]
    : [{ type: "order.cancelled", at, clientOrderId }];
}

function giveUpWaiting(trade: Trade, reason: ExpiryReason, desk: Desk, args?: EndedSetup["args"]): Decision {
  const entry = entryOrder(trade);
  if (trade.state === "proposed" || trade.state === "approved") {
    const expired = { type: "trade.expired" as const, at: desk.now, reason };
    return decide(trade, [args === undefined ? expired : { ...expired, args }], desk);
  }
  if (entry === undefined || !isAlive(entry) || trade.plan.entryType !== "limit")
    return decide(trade, [], desk);
  if (decimal(trade.entryQuantity).isZero()) {
    const why = { key: `expired-${reason}`, ...(args !== undefined && { args }) };
    return decide(trade, [{ type: "trade.closing", at: desk.now, reason: "entry-cancelled", why }], desk);
  }
  const decision = decide(trade, [], desk);
  return { ...decision, cancel: [...new Set([...decision.cancel, entry.clientOrderId])] };
}

function isPriceGone({ plan }: Trade, price: number): boolean {
  const toward = (level: string) => decimal(price).minus(level).mul(directionSign(plan.direction));
  const [target] = plan.targets;
  return toward(plan.stop).lte(0) || (target !== undefined && toward(target).gte(0));
}
