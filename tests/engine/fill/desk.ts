import type { Candle } from "../../../src/engine/candles/candle.ts";
import { createPaperAccount, type PaperAccount } from "../../../src/engine/fill/account.ts";
import { placeOrder } from "../../../src/engine/fill/place-order.ts";
import type { Instrument } from "../../../src/engine/instrument.ts";
import type { OrderRequest } from "../../../src/engine/trade/order.ts";

/** An instrument whose numbers are easy to reckon with: tick 0.1, lot 0.01, maker 0.1 %, taker 0.2 %. */
export const COIN: Instrument = {
  symbol: "COIN/USDT",
  kind: "crypto",
  priceTick: "0.1",
  quantityStep: "0.01",
  minQuantity: "0.05",
  minNotional: "10",
  makerFee: 0.001,
  takerFee: 0.002,
};

export function freshAccount(slippagePercent = 0): PaperAccount {
  return createPaperAccount({ startBalance: "10000", slippagePercent });
}

/** A market buy of 1 COIN, changed by `change`. */
export function anOrder(change: Partial<OrderRequest> & { clientOrderId: string }): OrderRequest {
  return {
    symbol: COIN.symbol,
    side: "buy",
    type: "market",
    quantity: "1",
    reduceOnly: false,
    createdAt: 0,
    ...change,
  };
}

/** Places orders that are all expected to be accepted. */
export function withOrders(
  account: PaperAccount,
  now: number,
  ...orders: readonly OrderRequest[]
): PaperAccount {
  return orders.reduce((before, order) => {
    const placed = placeOrder(before, order, now, COIN);
    if (placed.status === "rejected") throw new Error(`${order.clientOrderId}: ${placed.code}`);
    return placed.account;
  }, account);
}

export function aCandle(openTime: number, open: number, high: number, low: number, close: number): Candle {
  return { openTime, open, high, low, close, volume: 1 };
}
