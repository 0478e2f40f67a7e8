import type { Instrument } from "../instrument.ts";
import type { OrderRequest } from "../trade/order.ts";
import {
  lastPriceOf,
  orderOf,
  type PaperAccount,
  type PaperOrder,
  type RejectCode,
  withOrder,
} from "./account.ts";
import { hasReducible, settleReduceOnly } from "./reduce-only.ts";
import { reachedAt } from "./trigger.ts";
import { orderFault } from "./validate-order.ts";

export type PaperPlacement =
  | { readonly status: "accepted"; readonly account: PaperAccount; readonly exchangeOrderId: string }
  | { readonly status: "rejected"; readonly account: PaperAccount; readonly code: RejectCode };

/** Refusals that hang on the account's state; the others the order itself decides, so they come again anyway. */
const REMEMBERED: readonly RejectCode[] = ["notional-too-small", "reduce-only-without-position"];

/**
 * Takes or refuses an order. Nothing fills here: the first price or candle after `now` does that.
 * A client order id that was seen before answers as it did the first time, whatever the order says now.
 * Reduce-only orders need a position to reduce, or a live entry that will make one.
 */
export function placeOrder(
  account: PaperAccount,
  order: OrderRequest,
  now: number,
  instrument: Instrument | undefined,
): PaperPlacement {
  const earlier = orderOf(account, order.clientOrderId);
  if (earlier) return answerOf(account, earlier);
  if (instrument === undefined) return { status: "rejected", account, code: "instrument-unknown" };
  const code = orderFault(account, order, instrument);
  if (code !== undefined && !REMEMBERED.includes(code)) return { status: "rejected", account, code };
  const placed = newOrder(account, order, now, instrument, code);
  const list = code === undefined ? "working" : "finished";
  const next = { ...account, orderCount: account.orderCount + 1, [list]: [...account[list], placed] };
  return answerOf(next, placed);
}

/** Ends an order that is alive. Legs that only waited for a cancelled entry end with it. */
export function cancelOrder(
  account: PaperAccount,
  symbol: string,
  clientOrderId: string,
): { readonly status: "cancelled" | "gone"; readonly account: PaperAccount } {
  const order = account.working.find((live) => live.clientOrderId === clientOrderId);
  if (!order || order.symbol !== symbol) return { status: "gone", account };
  const without = withOrder(account, { ...order, status: "cancelled" });
  return { status: "cancelled", account: settleReduceOnly(without, symbol).account };
}

function answerOf(account: PaperAccount, order: PaperOrder): PaperPlacement {
  if (order.rejectCode !== undefined) return { status: "rejected", account, code: order.rejectCode };
  return { status: "accepted", account, exchangeOrderId: order.exchangeOrderId };
}

function newOrder(
  account: PaperAccount,
  order: OrderRequest,
  now: number,
  instrument: Instrument,
  rejectCode: RejectCode | undefined,
): PaperOrder {
  return {
    clientOrderId: order.clientOrderId,
    exchangeOrderId: `order-${account.orderCount + 1}`,
    symbol: order.symbol,
    side: order.side,
    type: order.type,
    ...(order.price === undefined ? {} : { price: order.price }),
    quantity: order.quantity,
    filledQuantity: "0",
    status: rejectCode === undefined ? "working" : "rejected",
    reduceOnly: order.reduceOnly,
    placedAt: now,
    priceTick: instrument.priceTick,
    feeRate: feeRate(account, order, instrument),
    armed: order.reduceOnly && hasReducible(account, order.symbol, order.side),
    ...(rejectCode === undefined ? {} : { rejectCode }),
  };
}

/**
 * A limit order rests and pays the maker fee, unless the last known price already reaches it. Everything else,
 * take-profit included, takes liquidity when it triggers and pays the taker fee.
 */
function feeRate(account: PaperAccount, order: OrderRequest, instrument: Instrument): number {
  if (order.type !== "limit") return instrument.takerFee;
  const last = lastPriceOf(account, order.symbol);
  const crosses = last !== undefined && reachedAt(order, last.price);
  return crosses ? instrument.takerFee : instrument.makerFee;
}
