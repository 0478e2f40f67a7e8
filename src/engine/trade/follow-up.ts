import { decimal } from "../decimal.ts";
import { apply } from "./apply.ts";
import { balanceStopIntents, stopsInTheWay } from "./balance-exits.ts";
import { dueEvents } from "./due.ts";
import type { Desk } from "./exit-orders.ts";
import {
  exitIntents,
  isExit,
  isMoveRefused,
  isStop,
  protectionIntents,
  replacedStops,
  replacedTargets,
  unprotectedQuantity,
} from "./exit-orders.ts";
import type { CloseReason, OrderState, Trade } from "./trade.ts";
import type { OrderIntent, TradeEvent } from "./trade-event.ts";
import { entryOrder, isAlive, isLive, liveOrders, openQuantity } from "./trade-facts.ts";

/** What must be committed and cancelled next because of what a trade is. */
export interface FollowUp {
  readonly events: readonly TradeEvent[];
  /** Client order ids. */
  readonly cancel: readonly string[];
}

const NOTHING: FollowUp = { events: [], cancel: [] };

/**
 * Reads from the trade alone what comes next, so that the same answer follows a fill, a restart or a sweep:
 * what its plan is due, protect a position, leave it when it is closing or when its stop was refused, clean up
 * what is left of a flat trade, then close it.
 */
export function followUp(trade: Trade, desk: Desk): FollowUp {
  if (!isLive(trade.state)) return NOTHING;
  const due = dueEvents(trade, desk);
  const { events, cancel } = followState(due.reduce(apply, trade), desk);
  return { events: [...due, ...events], cancel };
}

function followState(trade: Trade, desk: Desk): FollowUp {
  if (decimal(openQuantity(trade)).gt(0)) return followPosition(trade, desk);
  const entry = entryOrder(trade);
  if (entry !== undefined && isAlive(entry)) return followUnfilledEntry(trade, entry);
  return followFlat(trade, desk);
}

function followPosition(trade: Trade, desk: Desk): FollowUp {
  if (trade.state === "closing") return leave(trade, desk, []);
  if (isStopRefused(trade))
    return leave(trade, desk, [{ type: "trade.closing", at: desk.now, reason: "stop" }]);
  if (desk.instrument.isSpot === true) return followBalance(trade, desk);
  const cancel = idsOf([...givenUpEntry(trade), ...replacedStops(trade), ...replacedTargets(trade)]);
  return { events: intending(protectionIntents(trade, desk), desk), cancel };
}

/** Where the stop locks what it sells, it goes before anything else is sold or it stands elsewhere. */
function followBalance(trade: Trade, desk: Desk): FollowUp {
  const inTheWay = stopsInTheWay(trade, desk);
  const cancel = idsOf([...givenUpEntry(trade), ...inTheWay]);
  const intents = inTheWay.length === 0 ? balanceStopIntents(trade, desk) : [];
  return { events: intending(intents, desk), cancel };
}

/** A stop the exchange refuses would trigger at once or cannot stand: the position may not stay without. */
function isStopRefused(trade: Trade): boolean {
  const refused =
    trade.stop === undefined
      ? trade.orders.some((order) => isStop(order) && order.status === "rejected")
      : isMoveRefused(trade);
  return refused && unprotectedQuantity(trade).gt(0);
}

/** Exits at the market. Stops stay until the position is flat, unless they lock it; the entry and the targets go at once. */
function leave(trade: Trade, desk: Desk, first: readonly TradeEvent[]): FollowUp {
  const isLocked = desk.instrument.isSpot === true;
  const inTheWay = liveOrders(trade).filter((order) => (isLocked || !isStop(order)) && !isExit(order));
  return { events: [...first, ...intending(exitIntents(trade, desk), desk)], cancel: idsOf(inTheWay) };
}

/** What works on of an entry that a person took back. */
function givenUpEntry(trade: Trade): readonly OrderState[] {
  const entry = entryOrder(trade);
  return trade.entryCancelledBy !== undefined && entry !== undefined && isAlive(entry) ? [entry] : [];
}

/**
 * An entry still working goes when the trade is closing, when a person took it back, or when what it filled so
 * far is closed again.
 */
function followUnfilledEntry(trade: Trade, entry: OrderState): FollowUp {
  const isOver =
    trade.state === "closing" || givenUpEntry(trade).length > 0 || decimal(trade.exitQuantity).gt(0);
  return isOver ? { events: [], cancel: [entry.clientOrderId] } : NOTHING;
}

function followFlat(trade: Trade, desk: Desk): FollowUp {
  const isFlat = decimal(trade.entryQuantity).eq(trade.exitQuantity);
  const isOver = trade.state === "closing" || decimal(trade.entryQuantity).gt(0);
  if (!isFlat || !isOver) return NOTHING;
  const reason = closeReason(trade);
  const leftOver = liveOrders(trade);
  if (leftOver.length === 0) return { events: [{ type: "trade.closed", at: desk.now, reason }], cancel: [] };
  const events: TradeEvent[] =
    trade.state === "closing" ? [] : [{ type: "trade.closing", at: desk.now, reason }];
  return { events, cancel: idsOf(leftOver) };
}

/** Why a flat trade ended: what a person asked for, unless its stop or targets were faster. */
export function closeReason(trade: Trade): CloseReason {
  const filled = trade.orders.filter((order) => order.filledQuantity !== undefined && order.leg !== "entry");
  if (trade.closing !== undefined && (filled.length === 0 || filled.some(isExit)))
    return trade.closing.reason;
  if (filled.some(isStop)) return "stop";
  return filled.length > 0 && filled.every(isExit) ? "manual" : "target";
}

function intending(intents: readonly OrderIntent[], desk: Desk): readonly TradeEvent[] {
  return intents.length === 0 ? [] : [{ type: "order.intended", at: desk.now, intents }];
}

function idsOf(orders: readonly OrderState[]): readonly string[] {
  return orders.map((order) => order.clientOrderId);
}
