import { type DecimalText, decimal, toText } from "../decimal.ts";
import type { Fill } from "./order.ts";
import type { Trade } from "./trade.ts";
import type { TradeEvent } from "./trade-event.ts";
import { directionSign, openQuantity } from "./trade-facts.ts";

/** What happened to a position, as a picture of it tells. */
export interface PositionStory {
  /** Every fill, in the order in which they became known. */
  readonly fills: readonly Fill[];
  /** Where the stop stood at the exchange from each moment on, after the first; oldest first. */
  readonly stopMoves: readonly { readonly at: number; readonly price: DecimalText }[];
}

/** Fills and moves of the stop, from the committed events of one trade in their order. */
export function positionStory(events: readonly TradeEvent[]): PositionStory {
  const stops = events.filter((event) => event.type === "trade.protected");
  return {
    fills: events.flatMap((event) => (event.type === "order.filled" ? [event.fill] : [])),
    stopMoves: stops.flatMap(({ at, stop }, place) => {
      const before = stops[place - 1];
      return before === undefined || decimal(before.stop).eq(stop) ? [] : [{ at, price: stop }];
    }),
  };
}

/** Money won or lost if what is still open were closed at `price`: with what was taken already, after fees paid. */
export function pnlAt(trade: Trade, price: DecimalText | number): DecimalText {
  const left = decimal(trade.exitNotional ?? "0").plus(decimal(price).mul(openQuantity(trade)));
  const gross = left.minus(trade.entryNotional ?? "0").mul(directionSign(trade.plan.direction));
  return toText(gross.minus(trade.fees));
}
