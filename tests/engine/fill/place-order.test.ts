import { describe, expect, it } from "vitest";
import { createPaperAccount, orderOf } from "../../../src/engine/fill/account.ts";
import { onPrice } from "../../../src/engine/fill/market-step.ts";
import { cancelOrder, placeOrder } from "../../../src/engine/fill/place-order.ts";
import type { OrderRequest } from "../../../src/engine/trade/order.ts";
import { anOrder, COIN, freshAccount, withOrders } from "./desk.ts";

function refusal(change: Partial<OrderRequest>, account = freshAccount()): string {
  const placed = placeOrder(account, anOrder({ clientOrderId: "a", ...change }), 0, COIN);
  return placed.status === "rejected" ? placed.code : placed.status;
}

describe("placing an order", () => {
  it("accepts an order that keeps every rule and numbers it", () => {
    const first = placeOrder(freshAccount(), anOrder({ clientOrderId: "a" }), 7, COIN);
    expect(first).toMatchObject({ status: "accepted", exchangeOrderId: "order-1" });
    expect(first.account.working).toMatchObject([{ clientOrderId: "a", placedAt: 7, status: "working" }]);
    const second = placeOrder(first.account, anOrder({ clientOrderId: "b" }), 8, COIN);
    expect(second).toMatchObject({ status: "accepted", exchangeOrderId: "order-2" });
  });

  it.each([
    ["client-order-id-invalid", { clientOrderId: "" }],
    ["client-order-id-invalid", { clientOrderId: "x".repeat(37) }],
    ["client-order-id-invalid", { clientOrderId: "a b" }],
    ["instrument-unknown", { symbol: "OTHER/USDT" }],
    ["quantity-invalid", { quantity: "0" }],
    ["quantity-invalid", { quantity: "-1" }],
    ["quantity-invalid", { quantity: "1e309" }],
    ["quantity-invalid", { quantity: "NaN" }],
    ["quantity-invalid", { quantity: `1${"0".repeat(1_000_000)}` }],
    ["quantity-off-step", { quantity: "1.001" }],
    ["quantity-too-small", { quantity: "0.04" }],
    ["price-missing", { type: "limit" }],
    ["price-unexpected", { type: "market", price: "100" }],
    ["price-invalid", { type: "stop", price: "Infinity" }],
    ["price-off-tick", { type: "limit", price: "100.05" }],
    ["notional-too-small", { type: "limit", price: "9.9" }],
    ["reduce-only-without-position", { type: "stop", price: "90", side: "sell", reduceOnly: true }],
  ] as const)("refuses with %s: %o", (code, change) => {
    expect(refusal(change)).toBe(code);
  });

  it("measures a market order's notional at the last known price", () => {
    const cheap = onPrice(freshAccount(), COIN.symbol, 9.9, 0).account;
    expect(refusal({}, cheap)).toBe("notional-too-small");
    expect(refusal({ quantity: "1.02" }, cheap)).toBe("accepted");
  });

  it("takes sizes exactly at the minimum", () => {
    expect(refusal({ type: "limit", price: "10", quantity: "1" })).toBe("accepted");
    expect(refusal({ type: "limit", price: "1000", quantity: "0.05" })).toBe("accepted");
  });

  it("lets a reduce-only order be smaller than the minimum, so that a rest can be closed", () => {
    const long = onPrice(
      withOrders(freshAccount(), 0, anOrder({ clientOrderId: "in" })),
      COIN.symbol,
      100,
      1,
    ).account;
    expect(refusal({ side: "sell", reduceOnly: true, quantity: "0.01" }, long)).toBe("accepted");
  });

  it("answers a known client order id as the first time and adds nothing", () => {
    const first = placeOrder(freshAccount(), anOrder({ clientOrderId: "a" }), 0, COIN);
    const again = placeOrder(first.account, anOrder({ clientOrderId: "a", quantity: "5" }), 9, COIN);
    expect(again).toMatchObject({ status: "accepted", exchangeOrderId: "order-1" });
    expect(again.account).toBe(first.account);
    const filled = onPrice(again.account, COIN.symbol, 100, 10).account;
    expect(placeOrder(filled, anOrder({ clientOrderId: "a" }), 11, COIN).account).toBe(filled);
  });

  it("remembers a refusal that hung on the account, even when it would be taken now", () => {
    const exit = anOrder({ clientOrderId: "x", side: "sell", reduceOnly: true });
    const refused = placeOrder(freshAccount(), exit, 0, COIN);
    expect(refused).toMatchObject({ status: "rejected", code: "reduce-only-without-position" });
    const withEntry = withOrders(refused.account, 1, anOrder({ clientOrderId: "in" }));
    expect(placeOrder(withEntry, exit, 2, COIN)).toMatchObject({ status: "rejected" });
  });

  it("takes the legs of an entry that is still waiting", () => {
    const entry = anOrder({ clientOrderId: "in", type: "limit", price: "100" });
    const waiting = withOrders(freshAccount(), 0, entry);
    expect(refusal({ side: "sell", type: "stop", price: "90", reduceOnly: true }, waiting)).toBe("accepted");
    expect(refusal({ side: "buy", type: "stop", price: "90", reduceOnly: true }, waiting)).toBe(
      "reduce-only-without-position",
    );
  });

  it("refuses a start balance or slippage that is not a sane number", () => {
    expect(() => createPaperAccount({ startBalance: "NaN", slippagePercent: 0 })).toThrow(RangeError);
    expect(() => createPaperAccount({ startBalance: "1", slippagePercent: Number.NaN })).toThrow(RangeError);
    expect(() => createPaperAccount({ startBalance: "1", slippagePercent: 100 })).toThrow(RangeError);
  });
});

describe("cancelling an order", () => {
  it("ends a live order once", () => {
    const placed = withOrders(freshAccount(), 0, anOrder({ clientOrderId: "a", type: "limit", price: "90" }));
    const first = cancelOrder(placed, COIN.symbol, "a");
    expect(first.status).toBe("cancelled");
    expect(orderOf(first.account, "a")?.status).toBe("cancelled");
    expect(cancelOrder(first.account, COIN.symbol, "a")).toEqual({ status: "gone", account: first.account });
  });

  it("knows nothing of an order under another symbol", () => {
    const placed = withOrders(freshAccount(), 0, anOrder({ clientOrderId: "a" }));
    expect(cancelOrder(placed, "OTHER/USDT", "a")).toEqual({ status: "gone", account: placed });
  });

  it("takes the waiting legs along with their entry", () => {
    const placed = withOrders(
      freshAccount(),
      0,
      anOrder({ clientOrderId: "in", type: "limit", price: "100" }),
      anOrder({ clientOrderId: "stop", side: "sell", type: "stop", price: "90", reduceOnly: true }),
    );
    expect(cancelOrder(placed, COIN.symbol, "in").account.working).toEqual([]);
  });
});
