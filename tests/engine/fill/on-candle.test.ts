import { describe, expect, it } from "vitest";
import { type PaperAccount, positionOf } from "../../../src/engine/fill/account.ts";
import { onCandle, onPrice } from "../../../src/engine/fill/market-step.ts";
import { aCandle, anOrder, COIN, freshAccount, withOrders } from "./desk.ts";

const STOP = anOrder({ clientOrderId: "stop", side: "sell", type: "stop", price: "95", reduceOnly: true });
const TARGET = anOrder({
  clientOrderId: "target",
  side: "sell",
  type: "take-profit",
  price: "110",
  reduceOnly: true,
});

function protectedLong(): PaperAccount {
  const placed = withOrders(freshAccount(), 0, anOrder({ clientOrderId: "in" }));
  return withOrders(onPrice(placed, COIN.symbol, 100, 1).account, 10, STOP, TARGET);
}

function filledBy(account: PaperAccount, open: number, high: number, low: number, close: number) {
  const { fills } = onCandle(account, COIN.symbol, aCandle(10, open, high, low, close), 20);
  return fills.map((fill) => `${fill.clientOrderId} ${fill.price} @${fill.at}`);
}

describe("a candle", () => {
  it("counts the stop when stop and target are both reached", () => {
    expect(filledBy(protectedLong(), 100, 111, 94, 110)).toEqual(["stop 95 @20"]);
  });

  it("takes profit when only the target is reached", () => {
    expect(filledBy(protectedLong(), 100, 111, 96, 98)).toEqual(["target 110 @20"]);
  });

  it("fills at the open what the open has already passed", () => {
    expect(filledBy(protectedLong(), 90, 92, 89, 91)).toEqual(["stop 90 @10"]);
    expect(filledBy(protectedLong(), 112, 113, 111, 112)).toEqual(["target 112 @10"]);
  });

  it("takes profit at the open before the range can reach the stop", () => {
    expect(filledBy(protectedLong(), 112, 113, 94, 95)).toEqual(["target 112 @10"]);
  });

  it("fills a market order at its open", () => {
    const placed = withOrders(freshAccount(), 10, anOrder({ clientOrderId: "a" }));
    expect(filledBy(placed, 100, 101, 99, 100.5)).toEqual(["a 100 @10"]);
  });

  it("fills only orders placed at or before its open time", () => {
    const late = withOrders(freshAccount(), 11, anOrder({ clientOrderId: "a" }));
    expect(filledBy(late, 100, 101, 99, 100)).toEqual([]);
    const limit = anOrder({ clientOrderId: "b", type: "limit", price: "100" });
    expect(filledBy(withOrders(freshAccount(), 11, limit), 101, 102, 90, 95)).toEqual([]);
    expect(filledBy(withOrders(freshAccount(), 10, limit), 101, 102, 90, 95)).toEqual(["b 100 @20"]);
  });

  it("fills a limit better when the open gaps through it", () => {
    const limit = anOrder({ clientOrderId: "b", type: "limit", price: "100" });
    expect(filledBy(withOrders(freshAccount(), 10, limit), 98, 102, 97, 99)).toEqual(["b 98 @10"]);
  });

  it("may stop an entry that it filled inside its range, but not take its profit", () => {
    const entry = anOrder({ clientOrderId: "in", type: "limit", price: "100" });
    const bracket = withOrders(freshAccount(), 10, entry, STOP, TARGET);
    expect(filledBy(bracket, 105, 112, 94, 111)).toEqual(["in 100 @20", "stop 95 @20"]);
    expect(filledBy(bracket, 105, 112, 96, 111)).toEqual(["in 100 @20"]);
    const held = onCandle(bracket, COIN.symbol, aCandle(10, 105, 112, 96, 111), 20).account;
    const next = onCandle(held, COIN.symbol, aCandle(20, 109, 112, 108, 111), 30);
    expect(next.fills).toMatchObject([{ clientOrderId: "target", price: "110" }]);
  });

  it("may take the profit of an entry that it filled at its open", () => {
    const bracket = withOrders(freshAccount(), 10, anOrder({ clientOrderId: "in" }), STOP, TARGET);
    expect(filledBy(bracket, 100, 112, 99, 111)).toEqual(["in 100 @10", "target 110 @20"]);
  });

  it("leaves the target of an entry that a price filled after the open for a later price", () => {
    const entry = anOrder({ clientOrderId: "in", type: "limit", price: "100" });
    const bracket = withOrders(freshAccount(), 10, entry, STOP, TARGET);
    const held = onPrice(bracket, COIN.symbol, 100, 15).account;
    expect(filledBy(held, 105, 112, 99, 101)).toEqual([]);
    expect(onPrice(held, COIN.symbol, 110, 16).fills).toMatchObject([{ clientOrderId: "target" }]);
  });

  it("takes profit only for what was held at the open when it also added inside", () => {
    const held = onPrice(
      withOrders(freshAccount(), 0, anOrder({ clientOrderId: "in" })),
      COIN.symbol,
      104,
      1,
    ).account;
    const more = anOrder({ clientOrderId: "more", type: "limit", price: "100", quantity: "2" });
    const target = { ...TARGET, quantity: "3" };
    const step = onCandle(
      withOrders(held, 10, more, target),
      COIN.symbol,
      aCandle(10, 104, 112, 99, 105),
      20,
    );
    expect(step.fills).toMatchObject([
      { clientOrderId: "more", quantity: "2" },
      { clientOrderId: "target", quantity: "1" },
    ]);
    expect(positionOf(step.account, COIN.symbol)?.quantity).toBe("2");
    expect(step.account.working).toMatchObject([{ clientOrderId: "target", filledQuantity: "1" }]);
  });

  it("lets a stop entry in at its trigger and keeps a stop above the market waiting", () => {
    const entry = anOrder({ clientOrderId: "in", type: "stop", price: "105" });
    const placed = withOrders(freshAccount(), 10, entry);
    expect(filledBy(placed, 100, 104.9, 99, 104)).toEqual([]);
    expect(filledBy(placed, 100, 106, 99, 104)).toEqual(["in 105 @20"]);
    expect(filledBy(placed, 107, 108, 106, 107)).toEqual(["in 107 @10"]);
  });

  it("with a value that is not a price is ignored", () => {
    const account = protectedLong();
    const broken = aCandle(10, 100, 111, Number.NaN, 100);
    expect(onCandle(account, COIN.symbol, broken, 20).account).toBe(account);
  });
});
