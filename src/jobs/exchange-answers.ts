import { DeskError } from "../engine/errors.ts";
import type { PlaceOutcome } from "../engine/ports/exchange.ts";
import { isTooLateToSend, type OrderReport, type SubmittableOrder } from "../engine/trade/order.ts";
import type { DeskContext } from "./desk-context.ts";

/** How an order stands; `unreadable` when the exchange did not tell, which says nothing about the order. */
export type OrderReading = OrderReport | "absent" | "unreadable";

/** Sends an order. Whatever an exchange throws, the order may have arrived. */
export async function placeOrder(
  { clock, exchange, log }: DeskContext,
  order: SubmittableOrder,
): Promise<PlaceOutcome> {
  if (isTooLateToSend(order, clock.now())) return { status: "rejected", code: "sent-too-late" };
  try {
    return await exchange.place(order);
  } catch (error) {
    log.error({ err: error, order: order.clientOrderId }, "no answer to an order");
    return { status: "unknown", code: error instanceof DeskError ? error.code : "fault" };
  }
}

/** Looks an order up by its id. Throws what is no passing fault of the exchange. */
export async function readOrder(
  { exchange, log }: DeskContext,
  symbol: string,
  clientOrderId: string,
): Promise<OrderReading> {
  try {
    return (await exchange.find(symbol, clientOrderId)) ?? "absent";
  } catch (error) {
    if (!(error instanceof DeskError && error.retryable)) throw error;
    log.warn({ err: error, order: clientOrderId }, "an order could not be looked up");
    return "unreadable";
  }
}
