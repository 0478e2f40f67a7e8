import type { Decimal } from "decimal.js";
import { type DecimalText, decimal, floorToStep, toText } from "../decimal.ts";
import type { Denial } from "../risk/denial.ts";
import { type Decision, decide } from "./decide.ts";
import { aliveQuantity, type Desk, intentOf, isExit, targetRungs } from "./exit-orders.ts";
import type { TrailingPlan } from "./management.ts";
import { targetLadder } from "./target-ladder.ts";
import type { Actor, TargetRung, Trade } from "./trade.ts";
import type { TradeEvent } from "./trade-event.ts";
import {
  directionSign,
  entryOrder,
  isAlive,
  openQuantity,
  ordersOfLeg,
  remainingQuantity,
} from "./trade-facts.ts";

/** What a person's move of an open position comes to. */
export type ManualMove =
  | { readonly status: "decided"; readonly decision: Decision }
  | { readonly status: "denied"; readonly denials: readonly Denial[] };

/** A position that a person may still shape: held, and not being closed. */
export function isShapeable(trade: Trade): boolean {
  const isOpen = trade.state === "open" || trade.state === "partially-filled";
  return isOpen && heldQuantity(trade).gt(0);
}

/** What is open and no exit at the market takes already. */
export function heldQuantity(trade: Trade): Decimal {
  return decimal(openQuantity(trade)).minus(aliveQuantity(trade, isExit));
}

/** Moves the stop; whether it may is judged by `assessStop`. */
export function moveStopTo(trade: Trade, stop: DecimalText, by: Actor, desk: Desk): Decision {
  return decide(trade, [{ type: "trade.stop-moved", at: desk.now, stop, reason: "manual", by }], desk);
}

/** Lets the stop follow price, or nothing any more when `trailing` is unset. */
export function switchTrailingTo(
  trade: Trade,
  trailing: TrailingPlan | undefined,
  by: Actor,
  desk: Desk,
): Decision {
  const before = trade.management?.trailing;
  const event: TradeEvent = {
    type: "trade.trailing-switched",
    at: desk.now,
    by,
    ...(trailing && { trailing }),
    ...(before && { before }),
  };
  return decide(trade, [event], desk);
}

/**
 * Lays the targets anew over what is held or may still be filled, in even shares, the nearest first. Denied when
 * one of them would fill at once: it does not lie beyond the last price in the trade's direction.
 */
export function moveTargetsTo(
  trade: Trade,
  targets: readonly DecimalText[],
  price: number,
  by: Actor,
  desk: Desk,
): ManualMove {
  const sign = directionSign(trade.plan.direction);
  const reached = targets.filter((target) => decimal(target).minus(price).mul(sign).lte(0));
  if (reached.length > 0) {
    const denials = reached.map((target) => ({
      code: "target-reached" as const,
      limit: Number(target),
      actual: price,
    }));
    return { status: "denied", denials };
  }
  const nearestFirst = [...targets].sort((one, other) => decimal(one).minus(other).mul(sign).toNumber());
  const entry = entryOrder(trade);
  const awaited = entry !== undefined && isAlive(entry) ? remainingQuantity(entry) : decimal(0);
  const shares = targetLadder(heldQuantity(trade).plus(awaited), nearestFirst.length, desk.instrument);
  const rungs = shares.flatMap((share, rung) => rungOf(nearestFirst[rung], share));
  return {
    status: "decided",
    decision: decide(trade, [{ type: "trade.targets-moved", at: desk.now, rungs, by }], desk),
  };
}

/**
 * Closes `percent` of what is held at the market; the targets shrink in proportion and the rest of an entry that
 * still works is cancelled. Denied when the part is below the smallest order, or nothing would be left: that is
 * closing.
 */
export function reduceBy(trade: Trade, percent: number, by: Actor, desk: Desk): ManualMove {
  const { instrument, now: at } = desk;
  const held = heldQuantity(trade);
  const quantity = floorToStep(held.mul(percent).div(100), instrument.quantityStep);
  if (quantity.lt(instrument.minQuantity) || quantity.lte(0)) {
    const limit = Number(instrument.minQuantity);
    return {
      status: "denied",
      denials: [{ code: "size-below-minimum", limit, actual: quantity.toNumber() }],
    };
  }
  const intent = intentOf(trade, desk, "exit", quantity);
  const left = held.minus(quantity).div(held);
  const rungs = remainingRungs(trade, desk).flatMap((rung) =>
    rungOf(rung.price, floorToStep(decimal(rung.quantity).mul(left), instrument.quantityStep)),
  );
  const entry = entryOrder(trade);
  const isAwaited = entry !== undefined && isAlive(entry);
  const events: readonly TradeEvent[] = [
    { type: "trade.reducing", at, intent, rungs, by },
    ...(isAwaited ? [{ type: "trade.entry-cancelled" as const, at, by }] : []),
  ];
  return { status: "decided", decision: decide(trade, events, desk) };
}

/** Targets of the ladder in force with what each has not filled yet. */
function remainingRungs(trade: Trade, desk: Desk): readonly TargetRung[] {
  const after = trade.ladder?.after ?? 0;
  return targetRungs(trade, desk.instrument).flatMap(({ price, quantity }, index) => {
    const orders = ordersOfLeg(trade, `target-${index + 1}`).filter(
      (order) => trade.orders.indexOf(order) >= after,
    );
    const filled = orders.reduce((sum, order) => sum.plus(order.filledQuantity ?? 0), decimal(0));
    return rungOf(price, decimal(quantity).minus(filled));
  });
}

function rungOf(price: DecimalText | undefined, quantity: Decimal): readonly TargetRung[] {
  return price === undefined || quantity.lte(0) ? [] : [{ price, quantity: toText(quantity) }];
}
