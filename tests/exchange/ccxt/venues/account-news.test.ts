import { describe, expect, it } from "vitest";
import { VENUES } from "../../../../src/exchange/ccxt/venues/venue-table.ts";

const futures = (x: string) => ({ e: "ORDER_TRADE_UPDATE", o: { s: "COINUSDT", x } });
const algo = (X: string) => ({ e: "ALGO_UPDATE", o: { s: "COINUSDT", X } });
const spot = (x: string, o = "LIMIT") => ({
  subscriptionId: 0,
  event: { e: "executionReport", s: "COINUSDT", x, o },
});
const bybit = (orderStatus: string, cumExecQty: string) => ({
  topic: "order",
  data: [
    { symbol: "COINUSDT", orderStatus, cumExecQty },
    { symbol: "GOLDUSDT", orderStatus: "New", cumExecQty: "0" },
  ],
});
const okx = (channel: string, state: string, accFillSz?: string) => ({
  arg: { channel },
  data: [{ instId: "COINUSDT", state, ...(accFillSz !== undefined && { accFillSz }) }],
});

describe("news of an account", () => {
  it.each([
    ["a trade", "binanceusdm", futures("TRADE")],
    ["a liquidation", "binanceusdm", futures("CALCULATED")],
    ["an order that expired", "binanceusdm", futures("EXPIRED")],
    ["a stop that was refused when it was triggered", "binanceusdm", algo("REJECTED")],
    ["a stop that was cancelled", "binanceusdm", algo("CANCELED")],
    ["a stop that was cancelled", "binance", spot("CANCELED", "STOP_LOSS_LIMIT")],
    ["a stop that was cancelled", "bybit", bybit("Deactivated", "")],
    ["a stop that was cancelled", "okx", okx("orders-algo", "canceled")],
    ["a trade", "binance", spot("TRADE")],
    ["an order that expired", "binance", spot("EXPIRED")],
    ["an order that was filled in part", "bybit", bybit("PartiallyFilled", "0.5")],
    ["an order that was filled in part and then cancelled", "bybit", bybit("Cancelled", "0.5")],
    ["an order that was taken in and refused later", "bybit", bybit("Rejected", "0")],
    ["an order that was filled", "okx", okx("orders", "filled", "1")],
    ["a stop that could not become an order", "okx", okx("orders-algo", "order_failed")],
  ])("of %s call for a reading at %s", (_what, name, message) => {
    expect(VENUES[name]?.marketsIn(message)).toEqual(["COINUSDT"]);
  });

  it.each([
    ["that was placed", "binanceusdm", futures("NEW")],
    ["that was cancelled", "binanceusdm", futures("CANCELED")],
    ["that was triggered", "binanceusdm", algo("TRIGGERED")],
    ["that was placed", "binance", spot("NEW")],
    ["that was cancelled", "binance", spot("CANCELED")],
    ["that was placed", "bybit", bybit("New", "0")],
    ["that waits for its price", "bybit", bybit("Untriggered", "")],
    ["that was cancelled", "okx", okx("orders", "canceled", "0")],
    ["that was triggered", "okx", okx("orders-algo", "effective")],
  ])("of an order %s call for none at %s", (_what, name, message) => {
    expect(VENUES[name]?.marketsIn(message)).toEqual([]);
  });

  it.each([
    ["binanceusdm", { e: "ACCOUNT_UPDATE", a: {} }],
    ["binanceusdm", { e: "ORDER_TRADE_UPDATE", o: { s: "COINUSDT" } }],
    ["binance", { event: { e: "balanceUpdate", a: "COIN" } }],
    ["bybit", { topic: "wallet", data: [] }],
    ["okx", { arg: { channel: "positions" }, data: [] }],
  ])("in a form that is not about orders, or not known, are nothing that %s can judge", (name, message) => {
    expect(VENUES[name]?.marketsIn(message)).toBeUndefined();
  });
});
