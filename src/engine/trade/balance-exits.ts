import { decimal } from "../decimal.ts";
import {
  aliveQuantity,
  type Desk,
  intentOf,
  isMoveRefused,
  isStop,
  missingOfRung,
  targetRungs,
} from "./exit-orders.ts";
import { isWantedStop, wantedStop } from "./stop-price.ts";
import type { OrderState, Trade } from "./trade.ts";
import type { OrderIntent } from "./trade-event.ts";
import { liveOrders, openQuantity } from "./trade-facts.ts";

/**
 * Exits of a position that is a balance: an order locks what it sells, so the stop stands alone at the exchange. What
 * is to be sold at the market is intended first and waits until the stops are gone; then it is sent, together with a
 * stop for what is left.
 */
export function isHeldBack(
  trade: Trade,
  order: OrderState,
  { instrument }: Pick<Desk, "instrument">,
): boolean {
  return instrument.isSpot === true && isWaitingSale(order) && isOversold(trade);
}

/** Sales that were intended and not sent; none where exits do not lock each other. */
export function waitingSales(trade: Trade, { instrument }: Pick<Desk, "instrument">): readonly OrderState[] {
  return instrument.isSpot === true ? trade.orders.filter(isWaitingSale) : [];
}

/** The live exits together would sell more than is held. */
function isOversold(trade: Trade): boolean {
  return aliveQuantity(trade, ({ leg }) => leg !== "entry").gt(openQuantity(trade));
}

function isWaitingSale(order: OrderState): boolean {
  return order.status === "intended" && order.leg !== "entry" && !isStop(order);
}

/** Stops that stand in the way: of a sale that waits, or of the place that the stop was moved to. */
export function stopsInTheWay(trade: Trade, desk: Desk): readonly OrderState[] {
  const stops = liveOrders(trade).filter(isStop);
  if (waitingSales(trade, desk).length > 0 && isOversold(trade)) return stops;
  return trade.stop === undefined ? [] : stops.filter((order) => !isWantedStop(trade, order));
}

/** A stop for what nothing sells yet. */
export function balanceStopIntents(trade: Trade, desk: Desk): readonly OrderIntent[] {
  if (isMoveRefused(trade)) return [];
  const quantity = decimal(openQuantity(trade)).minus(aliveQuantity(trade, ({ leg }) => leg !== "entry"));
  const price = trade.stop === undefined ? (trade.protectedAt ?? trade.plan.stop) : wantedStop(trade);
  return quantity.gt(0) ? [intentOf(trade, desk, "stop", quantity, price)] : [];
}

/**
 * Targets that price has reached, to be sold at the market. A share that the exchange would not take is left to the
 * stop, and with the last piece goes what could not be sold by itself.
 */
export function reachedTargets(trade: Trade, reached: number, desk: Desk): readonly OrderIntent[] {
  const { minNotional, minQuantity } = desk.instrument;
  const isSellable = (quantity: ReturnType<typeof decimal>, price: string) =>
    quantity.gte(minQuantity) && quantity.mul(price).gte(minNotional);
  const selling = aliveQuantity(trade, (order) => order.leg !== "entry" && !isStop(order));
  let left = decimal(openQuantity(trade)).minus(selling);
  return targetRungs(trade, desk.instrument).flatMap((rung, index) => {
    const missing = missingOfRung(trade, index, rung);
    if (decimal(rung.price).gt(reached) || missing.lte(0) || left.lte(0)) return [];
    const rest = left.minus(missing);
    const quantity = rest.lte(0) || !isSellable(rest, wantedStop(trade)) ? left : missing;
    if (!isSellable(quantity, rung.price)) return [];
    left = left.minus(quantity);
    return intentOf(trade, desk, `target-${index + 1}`, quantity);
  });
}
