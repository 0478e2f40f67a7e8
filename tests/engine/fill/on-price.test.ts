import { describe, expect, it } from "vitest";
import {
  entryPriceOf,
  equityOf,
  fillsAfter,
  orderOf,
  type PaperAccount,
  positionOf,
  pruned,
} from "../../../src/engine/fill/account.ts";
import { onPrice } from "../../../src/engine/fill/market-step.ts";
import { anOrder, COIN, freshAccount, withOrders } from "./desk.ts";

function long(quantity = "1", price = 100, slippagePercent = 0): PaperAccount {
  const placed = withOrders(freshAccount(slippagePercent), 0, anOrder({ clientOrderId: "in", quantity }));
  return onPrice(placed, COIN.symbol, price, 1).account;
}

describe("a price", () => {
  it("fills a market order with slippage and the taker fee, rounded against us", () => {
    const placed = withOrders(freshAccount(0.05), 0, anOrder({ clientOrderId: "a", quantity: "2" }));
    const { account, fills } = onPrice(placed, COIN.symbol, 100, 5);
    expect(fills).toEqual([
      {
        fillId: "fill-1",
        clientOrderId: "a",
        symbol: COIN.symbol,
        side: "buy",
        quantity: "2",
        price: "100.1",
        fee: "0.4004",
        at: 5,
      },
    ]);
    expect(account.balance).toBe("9999.5996");
    expect(orderOf(account, "a")).toMatchObject({ status: "filled", filledQuantity: "2" });
  });

  it("slips a sale downwards", () => {
    const placed = withOrders(freshAccount(0.05), 0, anOrder({ clientOrderId: "a", side: "sell" }));
    expect(onPrice(placed, COIN.symbol, 100, 5).fills[0]?.price).toBe("99.9");
  });

  it("from before the order was placed fills nothing", () => {
    const placed = withOrders(freshAccount(), 10, anOrder({ clientOrderId: "a" }));
    expect(onPrice(placed, COIN.symbol, 100, 9).fills).toEqual([]);
    expect(onPrice(placed, COIN.symbol, 100, 10).fills).toHaveLength(1);
  });

  it("of another symbol, or that is not a price, changes nothing", () => {
    const placed = withOrders(freshAccount(), 0, anOrder({ clientOrderId: "a" }));
    expect(onPrice(placed, "OTHER/USDT", 100, 9).fills).toEqual([]);
    for (const price of [Number.NaN, 0, -1, Number.POSITIVE_INFINITY]) {
      expect(onPrice(placed, COIN.symbol, price, 9).account).toBe(placed);
    }
  });

  it("fills a resting limit at the touch with the maker fee", () => {
    const seen = onPrice(freshAccount(), COIN.symbol, 101, 0).account;
    const placed = withOrders(seen, 0, anOrder({ clientOrderId: "a", type: "limit", price: "100" }));
    expect(onPrice(placed, COIN.symbol, 100.1, 1).fills).toEqual([]);
    expect(onPrice(placed, COIN.symbol, 100, 1).fills).toMatchObject([{ price: "100", fee: "0.1" }]);
    expect(onPrice(placed, COIN.symbol, 99, 1).fills).toMatchObject([{ price: "99", fee: "0.099" }]);
  });

  it("fills a limit that the market had already passed as a taker", () => {
    const seen = onPrice(freshAccount(), COIN.symbol, 99, 0).account;
    const placed = withOrders(seen, 0, anOrder({ clientOrderId: "a", type: "limit", price: "100" }));
    expect(onPrice(placed, COIN.symbol, 99, 1).fills).toMatchObject([{ price: "99", fee: "0.198" }]);
  });

  it("fills a stop at the price that triggered it, worse by the slippage", () => {
    const order = anOrder({
      clientOrderId: "stop",
      side: "sell",
      type: "stop",
      price: "95",
      reduceOnly: true,
    });
    const placed = withOrders(long("1", 100, 0.1), 2, order);
    expect(onPrice(placed, COIN.symbol, 95.1, 3).fills).toEqual([]);
    expect(onPrice(placed, COIN.symbol, 95, 3).fills).toMatchObject([{ price: "94.9" }]);
    expect(onPrice(placed, COIN.symbol, 90, 3).fills).toMatchObject([{ price: "89.9" }]);
  });

  it("fills a take-profit at its price or better, without slippage, as a taker", () => {
    const order = anOrder({
      clientOrderId: "target",
      side: "sell",
      type: "take-profit",
      price: "110",
      reduceOnly: true,
    });
    const placed = withOrders(long("1", 100, 0.1), 2, order);
    expect(onPrice(placed, COIN.symbol, 109.9, 3).fills).toEqual([]);
    expect(onPrice(placed, COIN.symbol, 110, 3).fills).toMatchObject([{ price: "110", fee: "0.22" }]);
    expect(onPrice(placed, COIN.symbol, 111, 3).fills).toMatchObject([{ price: "111", fee: "0.222" }]);
  });

  it("mirrors stops and targets for a short position", () => {
    const sold = withOrders(freshAccount(), 0, anOrder({ clientOrderId: "in", side: "sell" }));
    const legs = withOrders(
      onPrice(sold, COIN.symbol, 100, 1).account,
      1,
      anOrder({ clientOrderId: "stop", type: "stop", price: "105", reduceOnly: true }),
      anOrder({ clientOrderId: "target", type: "take-profit", price: "90", reduceOnly: true }),
    );
    expect(onPrice(legs, COIN.symbol, 106, 2).fills).toMatchObject([{ clientOrderId: "stop", price: "106" }]);
    expect(onPrice(legs, COIN.symbol, 90, 2).fills).toMatchObject([{ clientOrderId: "target", price: "90" }]);
  });
});

describe("a position", () => {
  it("averages its entries and gives back profit in proportion", () => {
    const more = withOrders(long("1", 100), 2, anOrder({ clientOrderId: "more", quantity: "3" }));
    const held = onPrice(more, COIN.symbol, 104, 3).account;
    const position = positionOf(held, COIN.symbol);
    expect(position).toMatchObject({ quantity: "4", cost: "412" });
    expect(position && entryPriceOf(position)).toBe("103");
    expect(held.balance).toBe("9999.176");
    expect(equityOf(held)).toBe("10003.176");
    const part = withOrders(
      held,
      4,
      anOrder({ clientOrderId: "out", side: "sell", quantity: "1", reduceOnly: true }),
    );
    const left = onPrice(part, COIN.symbol, 113, 5).account;
    expect(positionOf(left, COIN.symbol)).toMatchObject({ quantity: "3", cost: "309", increasedAt: 3 });
    expect(left.balance).toBe("10008.95");
  });

  it("flips through zero when an opposite entry is larger", () => {
    const sell = withOrders(long("1", 100), 2, anOrder({ clientOrderId: "x", side: "sell", quantity: "3" }));
    const { account } = onPrice(sell, COIN.symbol, 110, 3);
    expect(positionOf(account, COIN.symbol)).toEqual({
      symbol: COIN.symbol,
      quantity: "-2",
      cost: "-220",
      increasedAt: 3,
    });
    expect(account.balance).toBe("10009.14");
  });

  it("takes its reduce-only orders with it when it is gone", () => {
    const legs = withOrders(
      long(),
      2,
      anOrder({ clientOrderId: "stop", side: "sell", type: "stop", price: "95", reduceOnly: true }),
      anOrder({ clientOrderId: "target", side: "sell", type: "take-profit", price: "110", reduceOnly: true }),
    );
    const { account, cancelled } = onPrice(legs, COIN.symbol, 94, 3);
    expect(cancelled).toEqual(["target"]);
    expect(account.working).toEqual([]);
    expect(positionOf(account, COIN.symbol)).toBeUndefined();
  });

  it("is closed, not turned, by a reduce-only order that is too large", () => {
    const legs = withOrders(
      long(),
      2,
      anOrder({ clientOrderId: "out", side: "sell", quantity: "5", reduceOnly: true }),
    );
    const { account, fills, cancelled } = onPrice(legs, COIN.symbol, 100, 3);
    expect(fills).toMatchObject([{ quantity: "1" }]);
    expect(positionOf(account, COIN.symbol)).toBeUndefined();
    expect(orderOf(account, "out")).toMatchObject({ status: "cancelled", filledQuantity: "1" });
    expect(cancelled).toEqual(["out"]);
  });
});

describe("the history of an account", () => {
  it("gives the fills after a count and survives pruning", () => {
    const legs = withOrders(
      long(),
      2,
      anOrder({ clientOrderId: "out", side: "sell", quantity: "1", reduceOnly: true }),
    );
    const { account } = onPrice(legs, COIN.symbol, 100, 3);
    expect(fillsAfter(account, 0).map((fill) => fill.fillId)).toEqual(["fill-1", "fill-2"]);
    expect(fillsAfter(account, 1).map((fill) => fill.fillId)).toEqual(["fill-2"]);
    const short = pruned(account, 1);
    expect(short.finished.map((order) => order.clientOrderId)).toEqual(["out"]);
    expect(fillsAfter(short, 0).map((fill) => fill.fillId)).toEqual(["fill-2"]);
    expect(fillsAfter(short, 2)).toEqual([]);
  });
});
