import type { DecimalText } from "../decimal.ts";
import { toText } from "../decimal.ts";
import type { Fill, OrderReport } from "../trade/order.ts";
import { exact } from "./exact.ts";

/** An order as the paper account keeps it, with the trading rules that were in force when it was placed. */
export interface PaperOrder extends OrderReport {
  /** Epoch ms. Prices and candles from before this moment never fill the order. */
  readonly placedAt: number;
  readonly priceTick: DecimalText;
  /** Fraction of notional; maker or taker is decided when the order is placed. */
  readonly feeRate: number;
  /** Reduce-only orders: there was a position to reduce at some time, so the order dies with the position. */
  readonly armed: boolean;
  readonly rejectCode?: RejectCode;
}

/** Why an order was refused. A refused order never existed in the market. */
export const REJECT_CODES = [
  "instrument-unavailable",
  "instrument-unknown",
  "client-order-id-invalid",
  "quantity-invalid",
  "quantity-off-step",
  "quantity-too-small",
  "price-missing",
  "price-unexpected",
  "price-invalid",
  "price-off-tick",
  "notional-too-small",
  "reduce-only-without-position",
] as const;

export type RejectCode = (typeof REJECT_CODES)[number];

/** Net position of one symbol. Flat symbols have none. */
export interface PaperPosition {
  readonly symbol: string;
  /** Positive is long, negative is short. */
  readonly quantity: DecimalText;
  /** Sum of signed quantity x price that is still open: exact, where an average price would be rounded. */
  readonly cost: DecimalText;
  /** When the position last grew, epoch ms. */
  readonly increasedAt: number;
}

export interface LastPrice {
  readonly symbol: string;
  readonly price: number;
  readonly at: number;
}

/** The whole paper account as one immutable value; survives `JSON.stringify` and back unchanged. */
export interface PaperAccount {
  readonly version: 1;
  /** Quote currency, without open profit and loss. */
  readonly balance: DecimalText;
  /** Percent of price by which market and stop orders fill worse than the price that filled them. */
  readonly slippagePercent: number;
  /** Orders ever numbered; the next one gets this plus one. */
  readonly orderCount: number;
  readonly fillCount: number;
  readonly positions: readonly PaperPosition[];
  /** Alive, in the order of placement. */
  readonly working: readonly PaperOrder[];
  /** Filled, cancelled or rejected, oldest first. */
  readonly finished: readonly PaperOrder[];
  readonly fills: readonly Fill[];
  readonly prices: readonly LastPrice[];
}

export interface PaperAccountOptions {
  readonly startBalance: DecimalText;
  /** 0.02 is 0.02 % of the price. */
  readonly slippagePercent: number;
}

/** An account that has never traded. Throws `RangeError` for a balance or slippage that is not a sane number. */
export function createPaperAccount(options: PaperAccountOptions): PaperAccount {
  const { slippagePercent } = options;
  if (!(slippagePercent >= 0 && slippagePercent < 100)) {
    throw new RangeError(`slippagePercent must be in 0..100, not ${slippagePercent}`);
  }
  return {
    version: 1,
    balance: toText(exact(options.startBalance)),
    slippagePercent,
    orderCount: 0,
    fillCount: 0,
    positions: [],
    working: [],
    finished: [],
    fills: [],
    prices: [],
  };
}

export function positionOf(account: PaperAccount, symbol: string): PaperPosition | undefined {
  return account.positions.find((position) => position.symbol === symbol);
}

export function lastPriceOf(account: PaperAccount, symbol: string): LastPrice | undefined {
  return account.prices.find((known) => known.symbol === symbol);
}

export function orderOf(account: PaperAccount, clientOrderId: string): PaperOrder | undefined {
  const has = (order: PaperOrder) => order.clientOrderId === clientOrderId;
  return account.working.find(has) ?? account.finished.find(has);
}

/** Balance plus open profit and loss at the last known prices; a position without a price counts at its cost. */
export function equityOf(account: PaperAccount): DecimalText {
  let equity = exact(account.balance);
  for (const { symbol, quantity, cost } of account.positions) {
    const known = lastPriceOf(account, symbol);
    if (known) equity = equity.plus(exact(quantity).mul(known.price)).minus(cost);
  }
  return toText(equity);
}

/** Average price at which a position was entered, to 20 significant digits. */
export function entryPriceOf(position: PaperPosition): DecimalText {
  return toText(exact(position.cost).div(position.quantity).toSignificantDigits(20));
}

/** Fills after the `seen` first ones, oldest first. Fills that were pruned are not given again. */
export function fillsAfter(account: PaperAccount, seen: number): readonly Fill[] {
  const pruned = account.fillCount - account.fills.length;
  return account.fills.slice(Math.max(0, seen - pruned));
}

/** The account with only its newest `keep` finished orders and fills; everything that is alive stays. */
export function pruned(account: PaperAccount, keep: number): PaperAccount {
  if (account.finished.length <= keep && account.fills.length <= keep) return account;
  return {
    ...account,
    finished: account.finished.slice(Math.max(0, account.finished.length - keep)),
    fills: account.fills.slice(Math.max(0, account.fills.length - keep)),
  };
}

/** The account with a newer price of a symbol; an older one than the known changes nothing. */
export function withPrice(account: PaperAccount, symbol: string, price: number, at: number): PaperAccount {
  const known = lastPriceOf(account, symbol);
  if (known && known.at > at) return account;
  const others = account.prices.filter((other) => other.symbol !== symbol);
  return { ...account, prices: [...others, { symbol, price, at }] };
}

/** The account with `order` in place of the one of the same id, moved to the finished ones when it is not alive. */
export function withOrder(account: PaperAccount, order: PaperOrder): PaperAccount {
  const same = (other: PaperOrder) => other.clientOrderId === order.clientOrderId;
  if (order.status === "working") {
    return { ...account, working: account.working.map((other) => (same(other) ? order : other)) };
  }
  return {
    ...account,
    working: account.working.filter((other) => !same(other)),
    finished: [...account.finished, order],
  };
}

/** What the exchange tells about an order. */
export function reportOf(order: PaperOrder): OrderReport {
  return {
    clientOrderId: order.clientOrderId,
    exchangeOrderId: order.exchangeOrderId,
    symbol: order.symbol,
    side: order.side,
    type: order.type,
    ...(order.price === undefined ? {} : { price: order.price }),
    quantity: order.quantity,
    filledQuantity: order.filledQuantity,
    status: order.status,
    reduceOnly: order.reduceOnly,
  };
}
