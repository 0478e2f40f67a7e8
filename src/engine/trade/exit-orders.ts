import type { Decimal } from "decimal.js";
import { decimal, toText } from "../decimal.ts";
import type { Instrument } from "../instrument.ts";
import { clientOrderId, nextAttempt } from "./client-order-id.ts";
import type { OrderLeg, OrderType, ReduceOnlyOrder } from "./order.ts";
import { isWantedStop, wantedStop } from "./stop-price.ts";
import { sharedLadder, targetLadder } from "./target-ladder.ts";
import type { OrderState, TargetRung, Trade } from "./trade.ts";
import type { OrderIntent } from "./trade-event.ts";
import { entryOrder, isAlive, openQuantity, remainingQuantity, sideOf } from "./trade-facts.ts";

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
    type: typeOf(order),
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

/** A target without a price was reached already: it is sold at the market. */
function typeOf({ leg, price }: OrderState): OrderType {
  if (leg === "stop") return "stop";
  return price === undefined ? "market" : "take-profit";
}

/**
 * Each increase of the position gets a stop of its own, so that no moment passes without one. A stop that was
 * moved is placed beside the old one, which stands until the new one was read back.
 */
function stopIntents(trade: Trade, desk: Desk): readonly OrderIntent[] {
  if (trade.stop !== undefined) return movedStopIntents(trade, desk);
  const quantity = unprotectedQuantity(trade);
  const price = trade.protectedAt ?? trade.plan.stop;
  return quantity.gt(0) ? [intentOf(trade, desk, "stop", quantity, price)] : [];
}

function movedStopIntents(trade: Trade, desk: Desk): readonly OrderIntent[] {
  if (isMoveRefused(trade)) return [];
  const standing = aliveQuantity(trade, (order) => isWantedStop(trade, order));
  const quantity = decimal(openQuantity(trade)).minus(standing);
  return quantity.gt(0) ? [intentOf(trade, desk, "stop", quantity, wantedStop(trade))] : [];
}

/** The exchange did not take the moved stop: the old one stays, and the move is over. */
export function isMoveRefused(trade: Trade): boolean {
  const { stop } = trade;
  if (stop === undefined) return false;
  return trade.orders.some(
    (order) =>
      order.status === "rejected" && isWantedStop(trade, order) && (order.intendedAt ?? 0) >= stop.at,
  );
}

/** Stops that the moved one has taken the place of: it was read back for all of the position. */
export function replacedStops(trade: Trade): readonly OrderState[] {
  if (trade.stop === undefined) return [];
  const isNew = (order: OrderState) => isWantedStop(trade, order);
  const confirmed = aliveQuantity(trade, (order) => isNew(order) && order.confirmedPrice !== undefined);
  if (confirmed.lt(openQuantity(trade))) return [];
  return trade.orders.filter((order) => isStop(order) && isAlive(order) && !isNew(order));
}

/** Live targets of a ladder that another one has taken the place of. */
export function replacedTargets(trade: Trade): readonly OrderState[] {
  const after = trade.ladder?.after ?? 0;
  return trade.orders.slice(0, after).filter((order) => isTarget(order) && isAlive(order));
}

/**
 * What the ladder of the filled quantity has and the trade never ordered. A target that ended without a fill
 * is not ordered again: the exchange or a person did not want it, and the stop still stands. Slices below the
 * minimum wait until the entry is settled. A new ladder waits until the targets of the old one are gone.
 */
function targetIntents(trade: Trade, desk: Desk): readonly OrderIntent[] {
  if (replacedTargets(trade).length > 0) return [];
  const entry = entryOrder(trade);
  const isWaiting = trade.ladder !== undefined || (entry !== undefined && isAlive(entry));
  const smallest = decimal(isWaiting ? desk.instrument.minQuantity : 0);
  const closing = aliveQuantity(trade, (order) => isTarget(order) || isExit(order));
  let left = decimal(openQuantity(trade)).minus(closing);
  return targetRungs(trade, desk.instrument).flatMap(({ price, quantity: share }, rung) => {
    const leg: OrderLeg = `target-${rung + 1}`;
    const missing = decimal(share).minus(orderedQuantity(trade, leg));
    const quantity = missing.lt(left) ? missing : left;
    if (!quantity.gt(0) || quantity.lt(smallest)) return [];
    left = left.minus(quantity);
    return intentOf(trade, desk, leg, quantity, price);
  });
}

/** What the ladder in force has not ordered yet of a rung. */
export function missingOfRung(trade: Trade, rung: number, { quantity }: TargetRung): Decimal {
  return decimal(quantity).minus(orderedQuantity(trade, `target-${rung + 1}`));
}

/** The ladder in force: as a person laid it, or of what was filled so far over the planned targets. */
export function targetRungs(trade: Trade, instrument: Instrument): readonly TargetRung[] {
  if (trade.ladder !== undefined) return trade.ladder.rungs;
  const { targets } = trade.plan;
  const filled = decimal(trade.entryQuantity);
  const shares = trade.management?.shares;
  const quantities =
    shares === undefined
      ? targetLadder(filled, targets.length, instrument)
      : sharedLadder(filled, shares.slice(0, targets.length), instrument);
  return quantities.flatMap((quantity, rung) => {
    const price = targets[rung];
    return price === undefined || quantity.isZero() ? [] : [{ price, quantity: toText(quantity) }];
  });
}

/** What the ladder in force has ordered at the leg. */
function orderedQuantity(trade: Trade, leg: OrderLeg): Decimal {
  return trade.orders
    .slice(trade.ladder?.after ?? 0)
    .filter((order) => order.leg === leg)
    .reduce((sum, order) => sum.plus(order.quantity), decimal(0));
}

export function aliveQuantity(trade: Trade, isOfLeg: (order: OrderState) => boolean): Decimal {
  return trade.orders
    .filter((order) => isOfLeg(order) && isAlive(order))
    .reduce((sum, order) => sum.plus(remainingQuantity(order)), decimal(0));
}

export function intentOf(
  trade: Trade,
  desk: Desk,
  leg: OrderLeg,
  quantity: Decimal,
  price?: string,
): OrderIntent {
  const id = clientOrderId(desk.instance, trade.id, leg, nextAttempt(trade, leg));
  const intent = { leg, clientOrderId: id, quantity: toText(quantity) };
  return price === undefined ? intent : { ...intent, price };
}
