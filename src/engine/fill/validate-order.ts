import type { Instrument } from "../instrument.ts";
import type { OrderRequest } from "../trade/order.ts";
import { lastPriceOf, type PaperAccount, type RejectCode } from "./account.ts";
import { exact } from "./exact.ts";
import { hasAwaitedEntry, hasReducible } from "./reduce-only.ts";

/** The alphabet and length that Binance accepts, which is the narrowest but one of the large exchanges. */
const CLIENT_ORDER_ID = /^[A-Za-z0-9._:/-]{1,36}$/;
const PLAIN_DECIMAL = /^\d{1,20}(\.\d{1,20})?$/;

/** The first rule that an order breaks, or undefined when the exchange takes it. */
export function orderFault(
  account: PaperAccount,
  order: OrderRequest,
  instrument: Instrument,
): RejectCode | undefined {
  if (!CLIENT_ORDER_ID.test(order.clientOrderId)) return "client-order-id-invalid";
  if (instrument.symbol !== order.symbol) return "instrument-unknown";
  return (
    quantityFault(order, instrument) ??
    priceFault(order, instrument) ??
    notionalFault(account, order, instrument) ??
    reduceOnlyFault(account, order)
  );
}

function quantityFault(order: OrderRequest, instrument: Instrument): RejectCode | undefined {
  if (!isPositiveDecimal(order.quantity)) return "quantity-invalid";
  if (!isMultiple(order.quantity, instrument.quantityStep)) return "quantity-off-step";
  const tooSmall = exact(order.quantity).lt(instrument.minQuantity);
  return tooSmall && !order.reduceOnly ? "quantity-too-small" : undefined;
}

function priceFault(order: OrderRequest, instrument: Instrument): RejectCode | undefined {
  if (order.type === "market") return order.price === undefined ? undefined : "price-unexpected";
  if (order.price === undefined) return "price-missing";
  if (!isPositiveDecimal(order.price)) return "price-invalid";
  return isMultiple(order.price, instrument.priceTick) ? undefined : "price-off-tick";
}

/** Reduce-only orders are exempt, as at the exchanges: a small rest must stay closable. */
function notionalFault(
  account: PaperAccount,
  order: OrderRequest,
  instrument: Instrument,
): RejectCode | undefined {
  const price = order.price ?? lastPriceOf(account, order.symbol)?.price;
  if (order.reduceOnly || price === undefined) return undefined;
  return exact(order.quantity).mul(price).lt(instrument.minNotional) ? "notional-too-small" : undefined;
}

function reduceOnlyFault(account: PaperAccount, order: OrderRequest): RejectCode | undefined {
  if (!order.reduceOnly) return undefined;
  const useful =
    hasReducible(account, order.symbol, order.side) || hasAwaitedEntry(account, order.symbol, order.side);
  return useful ? undefined : "reduce-only-without-position";
}

function isPositiveDecimal(text: string): boolean {
  return PLAIN_DECIMAL.test(text) && exact(text).gt(0);
}

function isMultiple(value: string, step: string): boolean {
  return exact(value).mod(step).isZero();
}
