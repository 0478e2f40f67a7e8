import { decimal } from "../decimal.ts";
import { addIntents } from "./apply-order.ts";
import { isTighter, wantedStop } from "./stop-price.ts";
import type { MovedStop, TargetRung, Trade } from "./trade.ts";
import type { EventOf } from "./trade-event.ts";
import { entryOrder, isAlive, openQuantity } from "./trade-facts.ts";

/** A position that nobody closes yet: only there can a stop or targets be moved. */
function isHeld(trade: Trade): boolean {
  const isOpen = trade.state === "open" || trade.state === "partially-filled";
  return isOpen && decimal(openQuantity(trade)).gt(0);
}

/** Unset when there is no position, or when a move to more risk has no person behind it. */
export function moveStop(trade: Trade, event: EventOf<"trade.stop-moved">): Trade | undefined {
  const { at, stop: price, reason, by } = event;
  if (!isHeld(trade) || !decimal(price).gt(0)) return undefined;
  if (trade.stop?.at === at && decimal(price).eq(trade.stop.price)) return trade;
  const isManual = reason === "manual" && by !== undefined;
  if (!isManual && !isTighter(trade, price, wantedStop(trade))) return undefined;
  const stop: MovedStop = by === undefined ? { price, reason, at } : { price, reason, at, by };
  return { ...trade, stop };
}

/** What the stop follows from now on; where it stands does not change by it. */
export function switchTrailing(
  trade: Trade,
  { at, by, trailing }: EventOf<"trade.trailing-switched">,
): Trade | undefined {
  if (!isHeld(trade)) return undefined;
  if (trailing !== undefined && !(trailing.distance > 0)) return undefined;
  const { trailing: _before, ...rest } = trade.management ?? {};
  const management = trailing === undefined ? rest : { ...rest, trailing };
  return { ...trade, management, trailingSwitched: { by, at } };
}

export function moveTargets(trade: Trade, event: EventOf<"trade.targets-moved">): Trade | undefined {
  const { rungs, by } = event;
  if (!isHeld(trade) || !rungs.every(isRung)) return undefined;
  return { ...trade, ladder: { rungs, after: trade.orders.length, by } };
}

/** The intent of a partial exit and the targets for what is left, in one step. */
export function reduce(trade: Trade, event: EventOf<"trade.reducing">): Trade | undefined {
  const { at, intent, rungs, by } = event;
  if (!isHeld(trade) || intent.leg !== "exit" || !rungs.every(isRung)) return undefined;
  if (decimal(intent.quantity).gte(openQuantity(trade))) return undefined;
  const after = trade.orders.length;
  const next = addIntents(trade, [intent], at);
  if (next === undefined || next === trade) return next;
  return { ...next, ladder: { rungs, after, by } };
}

/** Only while the entry may still fill. */
export function cancelEntry(trade: Trade, { by }: EventOf<"trade.entry-cancelled">): Trade | undefined {
  const entry = entryOrder(trade);
  if (entry === undefined || !isAlive(entry)) return undefined;
  return trade.entryCancelledBy === undefined ? { ...trade, entryCancelledBy: by } : trade;
}

export function progress(trade: Trade, { r }: EventOf<"trade.progressed">): Trade | undefined {
  if (!isHeld(trade) || !Number.isFinite(r)) return undefined;
  return r > (trade.bestR ?? 0) ? { ...trade, bestR: r } : trade;
}

function isRung({ price, quantity }: TargetRung): boolean {
  return decimal(price).gt(0) && decimal(quantity).gt(0);
}
