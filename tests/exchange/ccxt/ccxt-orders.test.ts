import { afterEach, describe, expect, it } from "vitest";
import type { CcxtExchangeOptions } from "../../../src/exchange/ccxt/ccxt-exchange.ts";
import type { BinanceEmulator } from "../../emulators/binance/binance-emulator.ts";
import { BinanceError } from "../../emulators/binance/binance-error.ts";
import { anEmulatedExchange, COIN, connect, entry, exit, START } from "./emulated-exchange.ts";

const ORDER = "POST /fapi/v1/order";
const ALGO = "POST /fapi/v1/algoOrder";

const running: BinanceEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function anExchange(change: Partial<CcxtExchangeOptions> = {}) {
  const under = await anEmulatedExchange(change);
  running.push(under.emulator);
  const entries = () => under.emulator.trading.journal.filter(({ type }) => type === "order-accepted");
  return { ...under, entries };
}

describe("an order whose answer is lost", () => {
  it.each([
    ["is dropped", { status: "drop" }, "no-answer"],
    ["is a 502", { status: 502 }, "http-502"],
    ["is a 503", { status: 503 }, "http-503"],
    ["is -1006", new BinanceError(-1006, "An unexpected response was received."), "venue-1006"],
    ["is -1007", new BinanceError(-1007, "Timeout waiting for response.", 408), "venue-1007"],
    ["is a code that nobody listed", new BinanceError(-9999, "Surprise."), "venue-9999"],
  ] as const)("is unknown when the answer %s, exists once, and is found", async (_, fault, code) => {
    const { emulator, exchange, calls, entries } = await anExchange();
    emulator.faults.failAfterwards(ORDER, fault);
    expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code });
    expect(calls(ORDER)).toBe(1);
    expect(entries()).toHaveLength(1);
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "filled", filledQuantity: "1" });
  });

  it("is unknown when no answer comes in time", async () => {
    const { emulator, exchange, calls } = await anExchange({ requestTimeoutMs: 150 });
    emulator.faults.failAfterwards(ORDER, { status: "hang" });
    expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code: "no-answer" });
    expect(calls(ORDER)).toBe(1);
  });

  it("is unknown when the exchange cannot be reached or is in maintenance", async () => {
    const { emulator, exchange, entries } = await anExchange();
    emulator.faults.maintenance = true;
    expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code: "venue-1016" });
    await emulator.close();
    expect(await exchange.place(entry("in2"))).toEqual({ status: "unknown", code: "no-answer" });
    expect(entries()).toEqual([]);
  });

  it("is never sent again: a second try only asks what became of it", async () => {
    const { emulator, exchange, calls, entries } = await anExchange();
    emulator.faults.failAfterwards(ORDER, { status: "drop" });
    await exchange.place(entry("in1"));
    expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
    emulator.faults.failHttp("/fapi/v1/order", { status: 503 });
    await exchange.place(entry("in2"));
    expect(await exchange.place(entry("in2"))).toEqual({ status: "unknown", code: "http-503" });
    expect(calls(ORDER)).toBe(2);
    expect(entries().map(({ clientOrderId }) => clientOrderId)).toEqual(["in1"]);
  });

  it("is not found until the exchange shows it, 8 seconds later", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.hideNextOrder(8000);
    emulator.faults.failAfterwards(ORDER, { status: "drop" });
    await exchange.place(entry("in1"));
    emulator.market.advance(7999);
    expect(await exchange.find(COIN, "in1")).toBeUndefined();
    expect((await exchange.fillsSince("")).fills).toEqual([]);
    emulator.market.advance(1);
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "filled" });
    expect((await exchange.fillsSince("")).fills).toMatchObject([{ clientOrderId: "in1" }]);
  });

  it("once answered is neither sent nor asked about again", async () => {
    const { exchange, calls } = await anExchange();
    const accepted = await exchange.place(entry("in1"));
    const refused = await exchange.place(exit("out1", { side: "buy" }));
    expect(refused).toEqual({ status: "rejected", code: "reduce-only-without-position" });
    expect(await exchange.place(entry("in1"))).toEqual(accepted);
    expect(await exchange.place(exit("out1", { side: "buy" }))).toEqual(refused);
    expect([calls(ORDER), calls("GET /fapi/v1/order")]).toEqual([2, 0]);
  });

  it("is sent once when it is placed twice at the same moment", async () => {
    const { exchange, calls } = await anExchange();
    const [one, two] = await Promise.all([exchange.place(entry("in1")), exchange.place(entry("in1"))]);
    expect(one).toEqual(two);
    expect(calls(ORDER)).toBe(1);
  });

  it("of an earlier process is looked up and not sent again", async () => {
    const { emulator, exchange, calls } = await anExchange();
    const before = await exchange.place(entry("in1"));
    emulator.market.advance(60_000);
    const restarted = await connect(emulator);
    expect(await restarted.place(entry("in1"))).toEqual(before);
    expect(calls(ORDER)).toBe(1);
  });

  it("of an earlier process is unknown when it cannot be looked up", async () => {
    const { emulator, exchange, calls } = await anExchange();
    emulator.faults.failHttp("/fapi/v1/order", { status: 503 });
    const old = entry("in1", { createdAt: START - 1 });
    expect(await exchange.place(old)).toEqual({ status: "unknown", code: "look-up-failed" });
    expect(calls(ORDER)).toBe(0);
  });
});

describe("an order that the exchange refuses", () => {
  it.each([
    [
      "too small a notional",
      entry("in1", { type: "limit", price: "95", quantity: "0.1" }),
      "notional-too-small",
    ],
    ["more than the margin", entry("in1", { quantity: "900" }), "margin-insufficient"],
    ["more than the exchange takes", entry("in1", { quantity: "1001" }), "quantity-too-large"],
    ["a price too far away", entry("in1", { type: "limit", price: "94.9" }), "price-too-far"],
    ["a stop beyond the market", exit("sl1", { type: "stop", price: "101" }), "would-trigger-at-once"],
    ["nothing to reduce", exit("out1"), "reduce-only-without-position"],
  ] as const)("for %s is rejected and does not exist", async (_, order, code) => {
    const { exchange, emulator } = await anExchange({ leverage: 1 });
    expect(await exchange.place(order)).toEqual({ status: "rejected", code });
    expect(emulator.trading.orders).toEqual([]);
    expect(emulator.trading.algos).toEqual([]);
    expect(emulator.trading.journal).toMatchObject([{ clientOrderId: order.clientOrderId }]);
  });

  it.each([
    ["off the lot", { quantity: "1.005" }, "quantity-off-step"],
    ["below the smallest lot", { quantity: "0.04" }, "quantity-too-small"],
    ["off the tick", { type: "limit", price: "95.05" }, "price-off-tick"],
    ["of no quantity", { quantity: "0" }, "quantity-invalid"],
    ["of an endless quantity", { quantity: "1e309" }, "quantity-invalid"],
    ["without a limit", { type: "limit" }, "price-missing"],
    ["of an unknown symbol", { symbol: "NOPE/USDT" }, "instrument-unknown"],
  ] as const)("%s never leaves this machine, because ccxt would round it", async (_, change, code) => {
    const { exchange, calls } = await anExchange();
    expect(await exchange.place(entry("in1", change))).toEqual({ status: "rejected", code });
    expect(calls(ORDER) + calls(ALGO)).toBe(0);
  });

  it.each([429, 418] as const)("with %i is rejected, and reads say how long to wait", async (status) => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.failHttp("/fapi/v1/order", { status, retryAfterSeconds: 7 });
    expect(await exchange.place(entry("in1"))).toEqual({ status: "rejected", code: "rate-limited" });
    emulator.faults.failHttp("/fapi/v3/account", { status, retryAfterSeconds: 7 });
    await expect(exchange.account()).rejects.toMatchObject({
      code: "exchange-unavailable",
      retryAfterMs: 7000,
      args: { httpStatus: status, venueCode: "-1003" },
    });
  });

  it("when the exchange refuses the stop of a position is rejected with the reason", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1"));
    emulator.faults.refuse(ALGO, new BinanceError(-4045, "Reach max stop order limit."));
    const stop = exit("sl1", { type: "stop", price: "95" });
    expect(await exchange.place(stop)).toEqual({ status: "rejected", code: "too-many-open-orders" });
  });
});

describe("the life of an order", () => {
  it("tells of a part that was filled before it was cancelled", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1", { type: "limit", price: "96", quantity: "2" }));
    emulator.faults.fillFractions(0.25, 0);
    trade(96);
    const part = { filledQuantity: "0.5", quantity: "2", price: "96" };
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "working", ...part });
    expect(await exchange.cancel(COIN, "in1")).toBe("cancelled");
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "cancelled", ...part });
    expect(await exchange.positions()).toEqual([{ symbol: COIN, quantity: "0.5", entryPrice: "96" }]);
  });

  it("tells of a market order that the book could not fill whole", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.fillFractions(0.3);
    await exchange.place(entry("in1"));
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "cancelled", filledQuantity: "0.3" });
  });

  it("tells of a stop that somebody cancelled by hand", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "working", type: "stop", price: "95" });
    emulator.trading.cancelByHand("sl1");
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "cancelled" });
    expect(await exchange.openOrders()).toEqual([]);
  });

  it("tells of a stop that was triggered after somebody closed the position", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    emulator.trading.tradeByHand("COINUSDT", "SELL", "1");
    trade(94);
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "rejected", filledQuantity: "0" });
    expect(await exchange.positions()).toEqual([]);
  });

  it("places the new stop before the old one goes, so that both stand for a moment", async () => {
    const { exchange } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    await exchange.place(exit("sl2", { type: "stop", price: "97" }));
    expect((await exchange.openOrders()).map(({ clientOrderId }) => clientOrderId)).toEqual(["sl1", "sl2"]);
    expect(await exchange.cancel(COIN, "sl1")).toBe("cancelled");
    expect(await exchange.openOrders()).toMatchObject([{ clientOrderId: "sl2", price: "97" }]);
  });

  it("throws when a cancellation has no answer, and the next try finds it gone", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1", { type: "limit", price: "96" }));
    emulator.faults.failAfterwards("DELETE /fapi/v1/order", { status: "drop" });
    await expect(exchange.cancel(COIN, "in1")).rejects.toMatchObject({ code: "exchange-unavailable" });
    expect(await exchange.cancel(COIN, "in1")).toBe("gone");
  });

  it("throws when one of the two places of an order cannot be read, so that absence is never guessed", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.failHttp("/fapi/v1/algoOrder", { status: 503 });
    await expect(exchange.find(COIN, "in1")).rejects.toMatchObject({ code: "exchange-unavailable" });
    emulator.faults.failHttp("/fapi/v1/openAlgoOrders", { status: 503 });
    await expect(exchange.openOrders()).rejects.toMatchObject({ code: "exchange-unavailable" });
  });
});
