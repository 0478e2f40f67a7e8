import { decimal } from "../decimal.ts";
import { DeskError } from "../errors.ts";
import { applyFill } from "./apply-fill.ts";
import { cancelEntry, moveStop, moveTargets, progress, reduce, switchTrailing } from "./apply-management.ts";
import { addIntents, applyOrderNews } from "./apply-order.ts";
import { denialEnd } from "./denial-end.ts";
import { stateFromFacts } from "./state-from-facts.ts";
import type { Trade, TradePlan } from "./trade.ts";
import type { EventOf, TradeEvent } from "./trade-event.ts";
import { isFinal, isLive, liveOrders } from "./trade-facts.ts";
import { tradeResult } from "./trade-result.ts";

/**
 * The trade after an event: the state machine of every trade.
 *
 * Desk events (`trade.*`, `order.intended`) follow the arrows strictly, so that a second approval is refused.
 * Exchange events (`order.accepted`, `.filled`, `.cancelled`, `.unknown`, `.rejected`, `trade.protected`) may
 * come twice and in any order: they only add facts, and the state between `submitting` and `closing` is read
 * from the facts. An event that tells nothing new gives back the same object.
 *
 * An entry that is cancelled with nothing filled makes the trade `closing` (`entry-cancelled`), not final, so
 * that a fill still on its way is not lost; `trade.closed` ends it. Filled in part it becomes `open`.
 * `version` and `updatedAt` stay: they belong to the transition, see `applyAll`.
 *
 * Throws `DeskError` `trade-transition-impossible` for an arrow that does not exist.
 */
export function apply(trade: Trade, event: TradeEvent): Trade {
  const next = transition(trade, event);
  if (next !== undefined) return next;
  throw new DeskError("trade-transition-impossible", {
    trade: trade.id,
    state: trade.state,
    event: event.type,
  });
}

/** True when `apply` would not throw. */
export function canApply(trade: Trade, event: TradeEvent): boolean {
  return transition(trade, event) !== undefined;
}

/**
 * The trade after the events of one committed transition: `version` rises by exactly one, `updatedAt` is the
 * latest moment known. Throws as `apply`.
 */
export function applyAll(trade: Trade, events: readonly TradeEvent[]): Trade {
  const next = events.reduce(apply, trade);
  const updatedAt = Math.max(trade.updatedAt, ...events.map((event) => event.at));
  return { ...next, version: trade.version + 1, updatedAt };
}

function transition(trade: Trade, event: TradeEvent): Trade | undefined {
  if (event.type === "trade.skip-explained") return explainSkip(trade, event);
  if (isFinal(trade.state)) return isOldNews(trade, event) ? trade : undefined;
  switch (event.type) {
    case "trade.approved":
      return approve(trade, event);
    case "trade.endorsed":
      return endorse(trade, event);
    case "trade.repriced":
      return reprice(trade, event);
    case "trade.replanned":
      return replan(trade, event);
    case "trade.skipped":
      return skip(trade, event);
    case "trade.expired":
      return expire(trade, event);
    case "trade.denied":
      return deny(trade, event);
    case "order.intended":
      return readState(trade, addIntents(trade, event.intents, event.at));
    case "order.filled":
      return readState(trade, applyFill(trade, event.leg, event.fill));
    case "order.accepted":
    case "order.rejected":
    case "order.unknown":
    case "order.cancelled":
    case "trade.protected":
      return readState(trade, applyOrderNews(trade, event));
    case "trade.stop-moved":
      return moveStop(trade, event);
    case "trade.trailing-switched":
      return switchTrailing(trade, event);
    case "trade.targets-moved":
      return moveTargets(trade, event);
    case "trade.reducing":
      return readState(trade, reduce(trade, event));
    case "trade.entry-cancelled":
      return cancelEntry(trade, event);
    case "trade.progressed":
      return progress(trade, event);
    case "trade.closing":
      return beginClosing(trade, event);
    case "trade.closed":
      return close(trade, event);
  }
}

/** What a late or repeated message may say about a trade that is over: nothing but what is known. */
function isOldNews(trade: Trade, event: TradeEvent): boolean {
  switch (event.type) {
    case "order.filled":
      return trade.fillIds.includes(event.fill.fillId);
    case "order.intended":
      return addIntents(trade, event.intents, event.at) === trade;
    case "order.accepted":
    case "order.rejected":
    case "order.unknown":
    case "order.cancelled":
    case "trade.protected":
      return applyOrderNews(trade, event) !== undefined;
    default:
      return false;
  }
}

function readState(before: Trade, after: Trade | undefined): Trade | undefined {
  return after === undefined || after === before ? after : stateFromFacts(after);
}

function approve(trade: Trade, event: EventOf<"trade.approved">): Trade | undefined {
  if (trade.state !== "proposed" || event.at >= trade.expiresAt) return undefined;
  if (!decimal(event.quantity).gt(0)) return undefined;
  const { type: _approved, management, ...approval } = event;
  const approved = { ...trade, state: "approved" as const, approval };
  return management === undefined ? approved : { ...approved, management };
}

/** Each person once. */
function endorse(trade: Trade, event: EventOf<"trade.endorsed">): Trade | undefined {
  const { by, at, sizeFactor, needed } = event;
  const given = trade.endorsed?.given ?? [];
  if (trade.state !== "proposed" || at >= trade.expiresAt) return undefined;
  if (given.some((each) => each.by.userId === by.userId)) return undefined;
  return { ...trade, endorsed: { needed, given: [...given, { by, at, sizeFactor }] } };
}

function reprice(trade: Trade, { at, by, plan }: EventOf<"trade.repriced">): Trade | undefined {
  const next = withPlan(trade, plan, at);
  return next && { ...next, repriced: { by, at } };
}

function replan(trade: Trade, { at, by, plan, change }: EventOf<"trade.replanned">): Trade | undefined {
  const next = withPlan(trade, plan, at);
  return next && { ...next, replanned: { by, at, change } };
}

/** Approvals of the old plan are none of the new one. */
function withPlan(trade: Trade, plan: TradePlan, at: number): Trade | undefined {
  if (trade.state !== "proposed" || at >= trade.expiresAt) return undefined;
  const isSame = plan.symbol === trade.plan.symbol && plan.direction === trade.plan.direction;
  if (!isSame || !decimal(plan.quantity).gt(0)) return undefined;
  const { endorsed: _ofTheOldPlan, ...rest } = trade;
  return { ...rest, plan };
}

function skip(trade: Trade, event: EventOf<"trade.skipped">): Trade | undefined {
  if (trade.state !== "proposed") return undefined;
  const ended = { key: "skipped", by: event.by };
  return {
    ...trade,
    state: "skipped",
    ended: event.reason === undefined ? ended : { ...ended, args: { reason: event.reason } },
  };
}

/** Once, by who skipped (no other end has a person): the reason is part of a record that others count by. */
function explainSkip(trade: Trade, { by, reason }: EventOf<"trade.skip-explained">): Trade | undefined {
  const { ended } = trade;
  if (ended?.by?.userId !== by.userId || ended.args !== undefined) return undefined;
  return { ...trade, ended: { ...ended, args: { reason } } };
}

/** Nothing was sent: no order was even intended. Only such a trade may expire or be denied. */
function isUnsent(trade: Trade): boolean {
  return trade.state === "proposed" || trade.state === "approved";
}

function expire(trade: Trade, event: EventOf<"trade.expired">): Trade | undefined {
  if (!isUnsent(trade)) return undefined;
  const key = `expired-${event.reason}`;
  return {
    ...trade,
    state: "expired",
    ended: event.args === undefined ? { key } : { key, args: event.args },
  };
}

function deny(trade: Trade, event: EventOf<"trade.denied">): Trade | undefined {
  if (!isUnsent(trade) || event.denials.length === 0) return undefined;
  return { ...trade, state: "denied", ...denialEnd(event.denials) };
}

function beginClosing(trade: Trade, event: EventOf<"trade.closing">): Trade | undefined {
  if (!isLive(trade.state)) return undefined;
  const current = trade.closing?.reason;
  if (current !== undefined && (current !== "entry-cancelled" || event.reason === current)) return trade;
  const { reason, by, why } = event;
  const closing = { reason, ...(by !== undefined && { by }), ...(why !== undefined && { why }) };
  return stateFromFacts({ ...trade, closing });
}

/** Position zero, every exit known, no own order alive. A trade that never had an entry must be closing. */
function close(trade: Trade, event: EventOf<"trade.closed">): Trade | undefined {
  const isOver = decimal(trade.entryQuantity).gt(0) || trade.state === "closing";
  if (!isOver) return undefined;
  if (!decimal(trade.entryQuantity).eq(trade.exitQuantity) || liveOrders(trade).length > 0) return undefined;
  return { ...trade, state: "closed", result: tradeResult(trade, event.reason) };
}
