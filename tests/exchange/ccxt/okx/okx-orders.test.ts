import { afterEach, describe, expect, it } from "vitest";
import type { CcxtExchangeOptions } from "../../../../src/exchange/ccxt/ccxt-exchange.ts";
import type { OkxEmulator } from "../../../emulators/okx/okx-emulator.ts";
import { OkxError, OrderRefusal } from "../../../emulators/okx/okx-error.ts";
import { COIN, entry, exit, START } from "../emulated-exchange.ts";
import { anEmulatedOkx, connectOkx } from "./emulated-okx.ts";

const ORDER = "POST /api/v5/trade/order";
const ALGO = "POST /api/v5/trade/order-algo";

const running: OkxEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function anExchange(change: Partial<CcxtExchangeOptions> = {}) {
  const under = await anEmulatedOkx(change);
  running.push(under.emulator);
  const entries = () => under.emulator.trading.journal.filter(({ type }) => type === "order-accepted");
  return { ...under, entries };
}

describe("an order at OKX whose answer is lost", () => {
  it.each([
    ["is dropped", { status: "drop" }, "no-answer"],
    ["is a 502", { status: 502 }, "http-502"],
    ["is 50001 with 503", new OkxError(50001, "Service temporarily unavailable", 503), "venue50001"],
    ["is 50004", new OkxError(50004, "API endpoint request timeout.", 400), "venue50004"],
    ["is 50013", new OkxError(50013, "Systems are busy.", 429), "venue50013"],
    ["is 50026", new OkxError(50026, "System error.", 500), "venue50026"],
    ["is 51149 beside the order", new OrderRefusal(51149, "Order timed out."), "venue51149"],
    ["is 51016 beside the order", new OrderRefusal(51016, "Client order ID already exists."), "venue51016"],
    ["is a code that nobody listed", new OrderRefusal(59999, "Surprise."), "venue59999"],
    ["is a refusal with a server error", new OkxError(51008, "No margin.", 502), "venue51008"],
  ] as const)("is unknown when the answer %s, exists once, and is found", async (_, fault, code) => {
    const { emulator, exchange, calls, entries } = await anExchange();
    emulator.faults.failAfterwards(ORDER, fault);
    expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code });
    expect(calls(ORDER)).toBe(1);
    expect(entries()).toHaveLength(1);
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "filled", filledQuantity: "1" });
  });

  it("is unknown when no answer comes in time", async () => {
    const { emulator, exchange, calls } = await anExchange({ requestTimeoutMs: 1000 });
    emulator.faults.failAfterwards(ORDER, { status: "hang" });
    expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code: "no-answer" });
    expect(calls(ORDER)).toBe(1);
  });

  it("is unknown when the exchange cannot be reached or is in maintenance", async () => {
    const { emulator, exchange, entries } = await anExchange();
    emulator.faults.maintenance = true;
    expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code: "venue50001" });
    await emulator.close();
    expect(await exchange.place(entry("in2"))).toEqual({ status: "unknown", code: "no-answer" });
    expect(entries()).toEqual([]);
  });

  it("is never sent again: a second try only asks what became of it", async () => {
    const { emulator, exchange, calls, entries } = await anExchange();
    emulator.faults.failAfterwards(ORDER, { status: "drop" });
    await exchange.place(entry("in1"));
    expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
    expect(calls(ORDER)).toBe(1);
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

  it.each([
    [5000, ["in1"]],
    [5001, []],
  ])("and that arrives %i ms after it was signed is taken or not: %j", async (lateMs, taken) => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.delay(ORDER, lateMs);
    expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code: "no-answer" });
    emulator.market.advance(60_000);
    expect(emulator.trading.orders.map(({ clientOrderId }) => clientOrderId)).toEqual(taken);
  });

  it("is a stop that is found under its own name", async () => {
    const { emulator, exchange, calls } = await anExchange();
    await exchange.place(entry("in1"));
    emulator.faults.failAfterwards(ALGO, new OkxError(50004, "API endpoint request timeout.", 400));
    const stop = exit("sl1", { type: "stop", price: "95" });
    expect(await exchange.place(stop)).toEqual({ status: "unknown", code: "venue50004" });
    expect(await exchange.place(stop)).toMatchObject({ status: "accepted" });
    expect(calls(ALGO)).toBe(1);
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "working", type: "stop", price: "95" });
  });

  it("of an earlier process is looked up and not sent again", async () => {
    const { emulator, exchange, calls } = await anExchange();
    const before = await exchange.place(entry("in1"));
    emulator.market.advance(60_000);
    const restarted = await connectOkx(emulator);
    expect(await restarted.place(entry("in1"))).toEqual(before);
    expect(calls(ORDER)).toBe(1);
  });

  it("of an earlier process is unknown when it cannot be looked up", async () => {
    const { emulator, exchange, calls } = await anExchange();
    emulator.faults.failHttp("/api/v5/trade/order", { status: 503 });
    const old = entry("in1", { createdAt: START - 1 });
    expect(await exchange.place(old)).toEqual({ status: "unknown", code: "look-up-failed" });
    expect(calls(ORDER)).toBe(0);
  });
});

describe("an order that OKX refuses", () => {
  it.each([
    ["more than the margin", entry("in1", { quantity: "900" }), "margin-insufficient"],
    ["more than the exchange takes", entry("in1", { quantity: "1200.01" }), "quantity-too-large"],
    ["a price too far away", entry("in1", { type: "limit", price: "105.1" }), "price-too-far"],
    ["a stop beyond the market", exit("sl1", { type: "stop", price: "101" }), "would-trigger-at-once"],
    ["a target below the market", exit("tp1", { type: "take-profit", price: "99" }), "would-trigger-at-once"],
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
    ["with a name that OKX does not take", { clientOrderId: "in-1" }, "client-order-id-invalid"],
    ["with a name of 33 letters", { clientOrderId: "a".repeat(33) }, "client-order-id-invalid"],
  ] as const)("%s never leaves this machine", async (_, change, code) => {
    const { exchange, calls } = await anExchange();
    expect(await exchange.place(entry("in1", change))).toEqual({ status: "rejected", code });
    expect(calls(ORDER) + calls(ALGO)).toBe(0);
  });

  it.each([
    ["as one of the request", new OkxError(50011, "Too Many Requests", 429)],
    ["beside the order", new OrderRefusal(50061, "You've reached the maximum order rate limit.")],
  ])("for its rate is rejected when the answer comes %s", async (_, error) => {
    const { emulator, exchange, entries } = await anExchange();
    emulator.faults.refuse(ORDER, error);
    expect(await exchange.place(entry("in1"))).toEqual({ status: "rejected", code: "rate-limited" });
    expect(entries()).toEqual([]);
  });

  it("when OKX refuses the stop of a position is rejected with the reason", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1"));
    emulator.faults.refuse(ALGO, new OrderRefusal(51261, "Too many pending stop orders."));
    const stop = exit("sl1", { type: "stop", price: "95" });
    expect(await exchange.place(stop)).toEqual({ status: "rejected", code: "too-many-open-orders" });
  });
});

describe("the life of an order at OKX", () => {
  it("is sent in contracts and told in coins", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1", { quantity: "2.5" }));
    expect(emulator.trading.orders.map(({ quantity }) => quantity)).toEqual(["25"]);
    expect(await exchange.positions()).toEqual([{ symbol: COIN, quantity: "2.5", entryPrice: "100" }]);
    expect(await exchange.find(COIN, "in1")).toMatchObject({ quantity: "2.5", filledQuantity: "2.5" });
    expect((await exchange.fillsSince("")).fills).toMatchObject([
      { quantity: "2.5", price: "100", fee: "0.125" },
    ]);
  });

  it("tells of a part that was filled before it was cancelled", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1", { type: "limit", price: "96", quantity: "2" }));
    emulator.faults.fillFractions(0.25, 0);
    trade(96);
    const part = { filledQuantity: "0.5", quantity: "2", price: "96" };
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "working", ...part });
    expect(await exchange.cancel(COIN, "in1")).toBe("cancelled");
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "cancelled", ...part });
  });

  it("tells of a market order that the book could not fill whole", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.fillFractions(0.3);
    await exchange.place(entry("in1"));
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "cancelled", filledQuantity: "0.3" });
  });

  it("tells of a stop that filled in part when it was triggered", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    emulator.faults.fillFractions(0.4);
    trade(94);
    expect(await exchange.find(COIN, "sl1")).toMatchObject({
      ...{ type: "stop", price: "95", status: "cancelled", filledQuantity: "0.4", reduceOnly: true },
    });
    expect(await exchange.positions()).toMatchObject([{ quantity: "0.6" }]);
  });

  it("tells of a stop that somebody cancelled by hand, and of one that found no position", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    emulator.trading.cancelByHand("sl1");
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "cancelled" });
    await exchange.place(exit("sl2", { type: "stop", price: "95" }));
    emulator.trading.tradeByHand("COIN-USDT-SWAP", "SELL", "10");
    trade(94);
    expect(await exchange.find(COIN, "sl2")).toMatchObject({ status: "rejected", filledQuantity: "0" });
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

  it("is gone when the cancellation is refused beside it, and throws when that says nothing", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1", { type: "limit", price: "96" }));
    const cancel = "POST /api/v5/trade/cancel-order";
    emulator.faults.refuse(cancel, new OrderRefusal(51410, "The order is being cancelled."));
    await expect(exchange.cancel(COIN, "in1")).rejects.toMatchObject({ args: { venueCode: "51410" } });
    emulator.faults.failAfterwards(cancel, { status: "drop" });
    await expect(exchange.cancel(COIN, "in1")).rejects.toMatchObject({ code: "exchange-unavailable" });
    expect(await exchange.cancel(COIN, "in1")).toBe("gone");
  });

  it("throws when one of the two places of an order cannot be read, so that absence is never guessed", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.failHttp("/api/v5/trade/order-algo", { status: 503 });
    await expect(exchange.find(COIN, "in1")).rejects.toMatchObject({ code: "exchange-unavailable" });
    emulator.faults.failHttp("/api/v5/trade/orders-algo-pending", { status: 503 });
    await expect(exchange.openOrders()).rejects.toMatchObject({ code: "exchange-unavailable" });
  });

  it("is listed among hundreds: every page is read", async () => {
    const { emulator, exchange, calls } = await anExchange();
    for (let count = 0; count < 203; count += 1)
      emulator.trading.tradeByHand("COIN-USDT-SWAP", "BUY", "1", "96");
    await exchange.place(exit("tp1", { type: "take-profit", price: "110" }));
    const open = await exchange.openOrders();
    expect([open.length, open.at(-1)?.clientOrderId]).toEqual([204, "tp1"]);
    expect(calls("GET /api/v5/trade/orders-pending")).toBe(3);
  });
});

describe("an account in which somebody trades spot too", () => {
  it("has the orders and positions of perpetuals alone, however alike the names are", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.user.tradesElsewhere = true;
    await exchange.place(entry("in1"));
    await exchange.place(entry("in2", { type: "limit", price: "96" }));
    expect(await exchange.positions()).toEqual([{ symbol: COIN, quantity: "1", entryPrice: "100" }]);
    expect((await exchange.openOrders()).map(({ clientOrderId }) => clientOrderId)).toEqual(["in2"]);
  });
});

describe("fills at OKX", () => {
  it("come once, with the position of each symbol in the cursor, also after a restart", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1"));
    const first = await exchange.fillsSince("");
    expect(first.fills).toMatchObject([{ fillId: "COIN/USDT-1", fee: "0.05", price: "100", at: START }]);
    emulator.market.advance(120_000);
    await exchange.place(exit("out1"));
    const restarted = await connectOkx(emulator);
    const second = await restarted.fillsSince(first.cursor);
    expect(second.fills).toMatchObject([{ fillId: "COIN/USDT-2", clientOrderId: "out1", side: "sell" }]);
    expect((await restarted.fillsSince(second.cursor)).fills).toEqual([]);
  });

  it("are read in pages of a hundred, from the quick list within three days and from the long one before", async () => {
    const { emulator, exchange, calls } = await anExchange();
    for (let count = 0; count < 250; count += 1) emulator.trading.tradeByHand("COIN-USDT-SWAP", "BUY", "1");
    const first = await exchange.fillsSince("");
    expect(new Set(first.fills.map(({ fillId }) => fillId)).size).toBe(250);
    expect(calls("GET /api/v5/trade/fills-history")).toBe(3);
    emulator.market.advance(1000);
    emulator.trading.tradeByHand("COIN-USDT-SWAP", "BUY", "1");
    expect((await exchange.fillsSince(first.cursor)).fills).toHaveLength(1);
    expect([calls("GET /api/v5/trade/fills-history"), calls("GET /api/v5/trade/fills")]).toEqual([3, 3]);
  });

  it("that become visible after later ones are not passed over", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.hideNextOrder(8000);
    await exchange.place(entry("in1"));
    await exchange.place(entry("in2"));
    const first = await exchange.fillsSince("");
    expect(first.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in2"]);
    emulator.market.advance(8000);
    const second = await exchange.fillsSince(first.cursor);
    expect(second.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1"]);
    emulator.market.advance(120_000);
    expect((await exchange.fillsSince(second.cursor)).fills).toEqual([]);
  });

  it("of a stop name the stop, though the order that it became has another name", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    trade(94);
    expect(emulator.trading.orders.at(-1)?.clientOrderId).toMatch(/^O\d+$/);
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1", "sl1"]);
  });

  it("of somebody else are told with the id that they have", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.trading.tradeByHand("COIN-USDT-SWAP", "BUY", "1");
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual([expect.stringMatching(/^web_/)]);
  });
});
