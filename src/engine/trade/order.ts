import type { DecimalText } from "../decimal.ts";

export type OrderSide = "buy" | "sell";
export type OrderLeg = "entry" | "stop" | `target-${number}` | "exit";
export type OrderType = "market" | "limit" | "stop" | "take-profit";

/** An order as the exchange gets it. `price` is the limit or the trigger price; market orders have none. */
export interface OrderRequest {
  readonly clientOrderId: string;
  readonly symbol: string;
  readonly side: OrderSide;
  readonly type: OrderType;
  readonly quantity: DecimalText;
  readonly price?: DecimalText;
  readonly reduceOnly: boolean;
  /** Epoch ms at which the intent was committed. */
  readonly createdAt: number;
}

/** An entry that is not on its way this long after its intent never goes: what it was judged by is of another time. */
export const ENTRY_SENDABLE_MS = 5000;

/**
 * True for an entry whose process slept, was blocked or waited for a disk between its intent and its sending. Another
 * desk may have found meanwhile that it was never sent, which must stay true. Exits may always go.
 */
export function isTooLateToSend({ reduceOnly, createdAt }: OrderRequest, now: number): boolean {
  return !reduceOnly && now - createdAt > ENTRY_SENDABLE_MS;
}

declare const assessed: unique symbol;

/** An entry that passed every risk check. Only `risk/assess.ts` makes one: an order that was not assessed does not compile. */
export type AssessedEntry = OrderRequest & { readonly reduceOnly: false; readonly [assessed]: true };

/** An order that can only make a position smaller. */
export type ReduceOnlyOrder = OrderRequest & { readonly reduceOnly: true };

export type SubmittableOrder = AssessedEntry | ReduceOnlyOrder;

export interface Fill {
  /** The exchange's trade id; the same id is the same fill, however often it arrives. */
  readonly fillId: string;
  readonly clientOrderId: string;
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: DecimalText;
  readonly price: DecimalText;
  /** In the quote currency. */
  readonly fee: DecimalText;
  readonly at: number;
}

/** An order as the exchange reports it. */
export interface OrderReport {
  readonly clientOrderId: string;
  readonly exchangeOrderId: string;
  readonly symbol: string;
  readonly side: OrderSide;
  readonly type: OrderType;
  readonly price?: DecimalText;
  readonly quantity: DecimalText;
  readonly filledQuantity: DecimalText;
  readonly status: "working" | "filled" | "cancelled" | "rejected";
  readonly reduceOnly: boolean;
}
