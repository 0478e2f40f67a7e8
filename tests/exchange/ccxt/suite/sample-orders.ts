import type { AssessedEntry, OrderRequest, ReduceOnlyOrder } from "../../../../src/engine/trade/order.ts";

export const START = Date.UTC(2026, 5, 1, 12);
export const COIN = "COIN/USDT";

/** A market buy of one coin that was assessed now. */
export function entry(clientOrderId: string, change: Partial<OrderRequest> = {}): AssessedEntry {
  const order = { symbol: COIN, side: "buy", type: "market", quantity: "1", reduceOnly: false };
  // The brand says that risk assessed the order; here only the exchange is tested.
  return { clientOrderId, createdAt: START, ...order, ...change } as AssessedEntry;
}

/** A reduce-only sell of one coin. */
export function exit(clientOrderId: string, change: Partial<ReduceOnlyOrder> = {}): ReduceOnlyOrder {
  return {
    clientOrderId,
    createdAt: START,
    symbol: COIN,
    side: "sell",
    type: "market",
    quantity: "1",
    reduceOnly: true,
    ...change,
  };
}
