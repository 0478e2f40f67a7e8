import type { Decimal } from "decimal.js";
import type { Candle } from "../candles/candle.ts";
import type { OrderRequest } from "../trade/order.ts";
import type { PaperOrder } from "./account.ts";
import { exact } from "./exact.ts";

type Waiting = Pick<OrderRequest, "type" | "side" | "price">;

/** True when `price` fills the order: reaches the limit or target, or touches the stop's trigger. */
export function reachedAt(order: Waiting, price: number): boolean {
  if (order.type === "market" || order.price === undefined) return order.type === "market";
  // Doubles on purpose: both sides are the nearest double of a decimal on the grid, so equality is exact.
  return waitsBelow(order) ? price <= Number(order.price) : price >= Number(order.price);
}

/** True when the order's own price lies in the candle's range; market orders never wait for a range. */
export function reachedInside(order: Waiting, candle: Candle): boolean {
  if (order.type === "market") return false;
  return reachedAt(order, waitsBelow(order) ? candle.low : candle.high);
}

function waitsBelow(order: Waiting): boolean {
  return (order.type === "stop") === (order.side === "sell");
}

/**
 * The price at which `order` fills when the market is at `reference`, on the price grid.
 * Market and stop orders slip by `slippagePercent`; all rounding is against the order, but a limit is never
 * filled worse than its price.
 */
export function fillPrice(order: PaperOrder, reference: Decimal, slippagePercent: number): Decimal {
  const slips = order.type === "market" || order.type === "stop";
  const factor = exact(slips ? slippagePercent : 0).div(100);
  const slipped = reference.mul(order.side === "buy" ? factor.plus(1) : exact(1).minus(factor));
  const ticks = slipped.div(order.priceTick);
  const onGrid = (order.side === "buy" ? ticks.ceil() : ticks.floor()).mul(order.priceTick);
  return onGrid.gt(0) ? onGrid : exact(order.priceTick);
}
