import type { DecimalText } from "../decimal.ts";
import type { TrailingPlan } from "./management.ts";
import { wantedStop } from "./stop-price.ts";
import type { Actor, Trade } from "./trade.ts";
import type { EventOf, TradeEvent } from "./trade-event.ts";

/** Acts on an open position that can be taken back: each says how things stood before it. */
export const UNDOABLE_EVENTS = [
  "trade.stop-moved",
  "trade.targets-moved",
  "trade.trailing-switched",
] as const satisfies readonly TradeEvent["type"][];

type Undoable = EventOf<(typeof UNDOABLE_EVENTS)[number]>;

/** How things stood before a person's act. */
export type WayBack =
  | { readonly what: "stop"; readonly stop: DecimalText }
  | { readonly what: "targets"; readonly targets: readonly DecimalText[] }
  /** Unset: the stop followed nothing. */
  | { readonly what: "trailing"; readonly trailing?: TrailingPlan };

/**
 * What takes back the newest act of `by` on the trade, `events` oldest first. Unset when there is none, when it
 * is not the one of the moment `at` (if given), or when somebody or something has changed the same since.
 */
export function wayBack(
  trade: Trade,
  events: readonly TradeEvent[],
  by: Actor,
  at?: number,
): WayBack | undefined {
  const index = events.findLastIndex((event) => isUndoable(event) && event.by?.userId === by.userId);
  const act = events[index];
  if (act === undefined || !isUndoable(act)) return undefined;
  if ((at !== undefined && act.at !== at) || !stands(trade, act)) return undefined;
  return before(trade, events.slice(0, index), act);
}

function isUndoable(event: TradeEvent): event is Undoable {
  return UNDOABLE_EVENTS.some((type) => type === event.type);
}

function stands(trade: Trade, act: Undoable): boolean {
  switch (act.type) {
    case "trade.stop-moved":
      return wantedStop(trade) === act.stop && trade.stop?.at === act.at;
    case "trade.targets-moved":
      return JSON.stringify(trade.ladder?.rungs) === JSON.stringify(act.rungs);
    case "trade.trailing-switched":
      return trade.trailingSwitched?.at === act.at;
  }
}

function before(trade: Trade, earlier: readonly TradeEvent[], act: Undoable): WayBack {
  switch (act.type) {
    case "trade.stop-moved": {
      const moved = earlier.findLast((event) => event.type === "trade.stop-moved");
      return { what: "stop", stop: moved?.stop ?? trade.plan.stop };
    }
    case "trade.targets-moved": {
      const laid = earlier.findLast(
        (event) => event.type === "trade.targets-moved" || event.type === "trade.reducing",
      );
      return { what: "targets", targets: laid?.rungs.map(({ price }) => price) ?? trade.plan.targets };
    }
    case "trade.trailing-switched":
      return { what: "trailing", ...(act.before && { trailing: act.before }) };
  }
}
