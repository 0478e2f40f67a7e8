import type { SubmittableOrder } from "../../../engine/trade/order.ts";
import type { OrderParams, OrderSituation } from "../venue.ts";

/** Stops and targets of a perpetual: conditional market orders that only make the position smaller. */
export function perpetualParams(
  { clientOrderId, reduceOnly, type, price }: SubmittableOrder,
  { hedged }: OrderSituation,
): OrderParams {
  return {
    clientOrderId,
    ...(reduceOnly ? { reduceOnly: true } : {}),
    ...(hedged ? { hedged: true } : {}),
    ...(type === "stop" ? { stopLossPrice: price } : {}),
    ...(type === "take-profit" ? { takeProfitPrice: price } : {}),
  };
}
