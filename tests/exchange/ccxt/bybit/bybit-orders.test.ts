import { afterEach, describe, expect, it } from "vitest";
import type { CcxtExchangeOptions } from "../../../../src/exchange/ccxt/ccxt-exchange.ts";
import type { BybitEmulator } from "../../../emulators/bybit/bybit-emulator.ts";
import { BybitError } from "../../../emulators/bybit/bybit-error.ts";
import { COIN, entry, exit, START } from "../emulated-exchange.ts";
import { anEmulatedBybit, connectBybit } from "./emulated-bybit.ts";

const ORDER = "POST /v5/order/create";
const CANCEL = "POST /v5/order/cancel";
const DAY = 86_400_000;

const running: BybitEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function anExchange(change: Partial<CcxtExchangeOptions> = {}) {
  const under = await anEmulatedBybit(change);
  running.push(under.emulator);
  const entries = () => under.emulator.trading.journal.filter(({ type }) => type === "order-accepted");
  return { ...under, entries };
}

describe("an order at Bybit whose answer is lost", () => {
  it.each([
    ["is dropped", { status: "drop" }, "no-answer"],
    ["is a 502", { status: 502 }, "http-502"],
    ["is a 403 of the gateway", { status: 403 }, "http-403"],
    ["is 10000 with HTTP 200", new BybitError(10000, "Server Timeout"), "venue10000"],
    ["is 10016 with HTTP 200", new BybitError(10016, "Server error."), "venue10016"],
    ["is 10014", new BybitError(10014, "Invalid duplicate request."), "venue10014"],
    ["is 110072", new BybitError(110072, "OrderLinkedID is duplicate"), "venue110072"],
    ["is 110079", new BybitError(110079, "The order is processing."), "venue110079"],
    ["is a code that nobody listed", new BybitError(119999, "Surprise."), "venue119999"],
    ["is a refusal with a server error", new BybitError(110007, "No money.", 502), "venue110007"],
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
    expect(await exchange.place(entry("in1"))).toEqual({ status: "unknown", code: "venue10016" });
    await emulator.close();
    expect(await exchange.place(entry("in2"))).toEqual({ status: "unknown", code: "no-answer" });
    expect(entries()).toEqual([]);
  });

  it("is never sent again: a second try only asks what became of it", async () => {
    const { emulator, exchange, calls, entries } = await anExchange();
    emulator.faults.failAfterwards(ORDER, { status: "drop" });
    await exchange.place(entry("in1"));
    expect(await exchange.place(entry("in1"))).toMatchObject({ status: "accepted" });
    emulator.faults.failHttp("/v5/order/create", { status: 503 });
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

  it("is a stop that is found under its name", async () => {
    const { emulator, exchange, calls } = await anExchange();
    await exchange.place(entry("in1"));
    emulator.faults.failAfterwards(ORDER, new BybitError(10000, "Server Timeout"));
    const stop = exit("sl1", { type: "stop", price: "95" });
    expect(await exchange.place(stop)).toEqual({ status: "unknown", code: "venue10000" });
    expect(await exchange.place(stop)).toMatchObject({ status: "accepted" });
    expect(calls(ORDER)).toBe(2);
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "working", type: "stop", price: "95" });
  });

  it("once answered is neither sent nor asked about again", async () => {
    const { exchange, calls } = await anExchange();
    const accepted = await exchange.place(entry("in1"));
    const refused = await exchange.place(exit("out1", { side: "buy" }));
    expect(refused).toEqual({ status: "rejected", code: "reduce-only-without-position" });
    expect(await exchange.place(entry("in1"))).toEqual(accepted);
    expect(await exchange.place(exit("out1", { side: "buy" }))).toEqual(refused);
    expect([calls(ORDER), calls("GET /v5/order/realtime")]).toEqual([2, 0]);
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
    const restarted = await connectBybit(emulator);
    expect(await restarted.place(entry("in1"))).toEqual(before);
    expect(calls(ORDER)).toBe(1);
  });

  it("of an earlier process is unknown when it cannot be looked up", async () => {
    const { emulator, exchange, calls } = await anExchange();
    emulator.faults.failHttp("/v5/order/history", { status: 503 });
    const old = entry("in1", { createdAt: START - 1 });
    expect(await exchange.place(old)).toEqual({ status: "unknown", code: "look-up-failed" });
    expect(calls(ORDER)).toBe(0);
  });
});

describe("the look-up of an order at Bybit", () => {
  it("finds in the history what a restart of the venue has swept from the latest orders", async () => {
    const { emulator, exchange, calls } = await anExchange();
    await exchange.place(entry("in1"));
    emulator.market.advance(1);
    emulator.user.restartedAt = emulator.market.now();
    expect(await exchange.find(COIN, "in1")).toMatchObject({ status: "filled", filledQuantity: "1" });
    expect([calls("GET /v5/order/history"), calls("GET /v5/execution/list")]).toEqual([1, 0]);
  });

  it("finds by its executions a stop of eight days that neither list has", async () => {
    const { emulator, exchange, trade, calls } = await anExchange();
    await exchange.place(entry("in1", { quantity: "2" }));
    await exchange.place(exit("sl1", { type: "stop", price: "95", quantity: "2" }));
    emulator.market.advance(8 * DAY);
    trade(94);
    emulator.market.advance(1);
    emulator.user.restartedAt = emulator.market.now();
    expect(await exchange.find(COIN, "sl1")).toMatchObject({
      ...{ clientOrderId: "sl1", side: "sell", quantity: "2", filledQuantity: "2", status: "filled" },
    });
    expect(calls("GET /v5/execution/list")).toBe(2);
  });

  it("throws when executions tell of an order, but not what became of its rest", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    emulator.market.advance(8 * DAY);
    emulator.faults.fillFractions(0.4);
    trade(94);
    emulator.market.advance(1);
    emulator.user.restartedAt = emulator.market.now();
    await expect(exchange.find(COIN, "sl1")).rejects.toMatchObject({ code: "exchange-unavailable" });
  });

  it.each(["/v5/order/realtime", "/v5/order/history", "/v5/execution/list"])(
    "throws when %s cannot be read, so that absence is never guessed",
    async (path) => {
      const { emulator, exchange } = await anExchange();
      expect(await exchange.find(COIN, "in1")).toBeUndefined();
      emulator.faults.failHttp(path, { status: 503 });
      await expect(exchange.find(COIN, "in1")).rejects.toMatchObject({ code: "exchange-unavailable" });
    },
  );

  it("throws when a list is refused, whatever another one said", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.faults.refuse("GET /v5/order/history", new BybitError(10016, "Server error."));
    await expect(exchange.find(COIN, "in1")).rejects.toMatchObject({ args: { venueCode: "10016" } });
  });
});

describe("an order that Bybit refuses", () => {
  it.each([
    [
      "too small a notional",
      entry("in1", { type: "limit", price: "95", quantity: "0.1" }),
      "notional-too-small",
    ],
    ["more than the margin", entry("in1", { quantity: "900" }), "margin-insufficient"],
    ["more than the exchange takes", entry("in1", { quantity: "950.01" }), "order-invalid"],
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
    ["with a name that Bybit does not take", { clientOrderId: "in.1" }, "client-order-id-invalid"],
    ["with a name of 37 letters", { clientOrderId: "a".repeat(37) }, "client-order-id-invalid"],
  ] as const)("%s never leaves this machine", async (_, change, code) => {
    const { exchange, calls } = await anExchange();
    expect(await exchange.place(entry("in1", change))).toEqual({ status: "rejected", code });
    expect(calls(ORDER)).toBe(0);
  });

  it("for its rate is rejected, with HTTP 200 and with 429", async () => {
    const { emulator, exchange, entries } = await anExchange();
    emulator.faults.refuse(ORDER, new BybitError(10006, "Too many visits!"));
    expect(await exchange.place(entry("in1"))).toEqual({ status: "rejected", code: "rate-limited" });
    emulator.faults.failHttp("/v5/order/create", { status: 429, retryAfterSeconds: 7 });
    expect(await exchange.place(entry("in2"))).toEqual({ status: "rejected", code: "rate-limited" });
    expect(entries()).toEqual([]);
  });

  it("when Bybit refuses the stop of a position is rejected with the reason", async () => {
    const { exchange } = await anExchange();
    await exchange.place(entry("in1"));
    for (let count = 1; count <= 10; count += 1)
      await exchange.place(exit(`tp${count}`, { type: "take-profit", price: "110", quantity: "0.1" }));
    const stop = exit("sl1", { type: "stop", price: "95" });
    expect(await exchange.place(stop)).toEqual({ status: "rejected", code: "too-many-open-orders" });
  });
});

describe("the life of an order at Bybit", () => {
  it("tells of a part that was filled before it was cancelled", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1", { type: "limit", price: "96", quantity: "2" }));
    emulator.faults.fillFractions(0.25, 0);
    trade(96);
    const part = { type: "limit", filledQuantity: "0.5", quantity: "2", price: "96" };
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

  it("tells of a stop that filled in part when it was triggered, under the id that it always had", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1"));
    const placed = await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    emulator.faults.fillFractions(0.4);
    trade(94);
    const found = await exchange.find(COIN, "sl1");
    expect(found).toMatchObject({
      ...{ type: "stop", price: "95", status: "cancelled", filledQuantity: "0.4", reduceOnly: true },
    });
    expect(placed).toEqual({ status: "accepted", exchangeOrderId: found?.exchangeOrderId });
    expect(await exchange.positions()).toMatchObject([{ quantity: "0.6" }]);
  });

  it("tells of a triggered stop that the lists do not show yet as one that works", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    emulator.faults.hideNextOrder(8000);
    trade(94);
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "working", filledQuantity: "0" });
    emulator.market.advance(8000);
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "filled", filledQuantity: "1" });
  });

  it("tells stops from targets on both sides", async () => {
    const { exchange } = await anExchange();
    await exchange.place(entry("in1", { side: "sell" }));
    await exchange.place(exit("sl1", { side: "buy", type: "stop", price: "105" }));
    await exchange.place(exit("tp1", { side: "buy", type: "take-profit", price: "95" }));
    expect((await exchange.openOrders()).map(({ type, price }) => [type, price])).toEqual([
      ["stop", "105"],
      ["take-profit", "95"],
    ]);
  });

  it("tells of a stop that somebody cancelled by hand, and of one that found no position", async () => {
    const { emulator, exchange, trade } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    emulator.trading.cancelByHand("sl1");
    expect(await exchange.find(COIN, "sl1")).toMatchObject({ status: "cancelled" });
    await exchange.place(exit("sl2", { type: "stop", price: "95" }));
    emulator.trading.tradeByHand("COINUSDT", "SELL", "1");
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

  it.each([110001, 110008, 110010])("is gone when its cancellation is answered with %i", async (code) => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1", { type: "limit", price: "96" }));
    emulator.faults.refuse(CANCEL, new BybitError(code, "too late"));
    expect(await exchange.cancel(COIN, "in1")).toBe("gone");
  });

  it("throws when a cancellation is not sure, and the next try finds it gone", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1", { type: "limit", price: "96" }));
    emulator.faults.refuse(CANCEL, new BybitError(110079, "The order is processing."));
    await expect(exchange.cancel(COIN, "in1")).rejects.toMatchObject({ args: { venueCode: "110079" } });
    emulator.faults.failAfterwards(CANCEL, { status: "drop" });
    await expect(exchange.cancel(COIN, "in1")).rejects.toMatchObject({ code: "exchange-unavailable" });
    expect(await exchange.cancel(COIN, "in1")).toBe("gone");
  });

  it("is listed among hundreds: every page is read, and the empty one behind them", async () => {
    const { emulator, exchange, calls } = await anExchange();
    for (let count = 0; count < 120; count += 1) emulator.trading.tradeByHand("COINUSDT", "BUY", "1", "96");
    await exchange.place(exit("tp1", { type: "take-profit", price: "110" }));
    const open = await exchange.openOrders();
    expect([open.length, open.at(-1)?.clientOrderId]).toEqual([121, "tp1"]);
    expect(calls("GET /v5/order/realtime")).toBe(4);
  });
});

describe("fills at Bybit", () => {
  it("come once, with the time of each symbol in the cursor, also after a restart", async () => {
    const { emulator, exchange } = await anExchange();
    await exchange.place(entry("in1"));
    const first = await exchange.fillsSince("");
    expect(first.fills).toMatchObject([
      { fillId: expect.stringMatching(/^COIN\/USDT-[0-9a-f-]{36}$/), fee: "0.055", price: "100", at: START },
    ]);
    emulator.market.advance(120_000);
    await exchange.place(exit("out1"));
    const restarted = await connectBybit(emulator);
    const second = await restarted.fillsSince(first.cursor);
    expect(second.fills).toMatchObject([{ clientOrderId: "out1", side: "sell" }]);
    expect(second.fills[0]?.fillId).not.toBe(first.fills[0]?.fillId);
    expect((await restarted.fillsSince(second.cursor)).fills).toEqual([]);
    const seen = { [second.fills[0]?.fillId.slice(10) ?? ""]: START + 120_000 };
    expect(JSON.parse(second.cursor)).toEqual({ "COIN/USDT": { upToMs: START + 60_000, seen } });
  });

  it("are read in pages of a hundred, all of them", async () => {
    const { emulator, exchange, calls } = await anExchange();
    for (let count = 0; count < 250; count += 1) emulator.trading.tradeByHand("COINUSDT", "BUY", "1");
    const { fills } = await exchange.fillsSince("");
    expect(new Set(fills.map(({ fillId }) => fillId)).size).toBe(250);
    expect(calls("GET /v5/execution/list")).toBe(4);
  });

  it("of three weeks are asked for in spans of a week", async () => {
    const { emulator, exchange } = await anExchange();
    const first = await exchange.fillsSince("");
    for (const name of ["in1", "in2", "in3"]) {
      emulator.market.advance(6.5 * DAY);
      await exchange.place(entry(name, { createdAt: emulator.market.now() }));
    }
    const from = emulator.log.length;
    const { fills } = await exchange.fillsSince(first.cursor);
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1", "in2", "in3"]);
    const asked = emulator.log.slice(from).flatMap((each) => (each.type === "http" ? [each.query] : []));
    expect(new Set(asked.map(({ startTime }) => startTime)).size).toBe(3);
    const longest = Math.max(...asked.map(({ startTime, endTime }) => Number(endTime) - Number(startTime)));
    expect(longest).toBe(7 * DAY - 60_000);
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

  it("of a stop name the stop without a look-up", async () => {
    const { exchange, trade, calls } = await anExchange();
    await exchange.place(entry("in1"));
    await exchange.place(exit("sl1", { type: "stop", price: "95" }));
    trade(94);
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual(["in1", "sl1"]);
    expect(calls("GET /v5/order/realtime")).toBe(0);
  });

  it("of somebody else are told with the name that they have", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.trading.tradeByHand("COINUSDT", "BUY", "1");
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId }) => clientOrderId)).toEqual([expect.stringMatching(/^web_/)]);
  });

  it("paid in another coin count the taker fee of the symbol", async () => {
    const { emulator, exchange } = await anExchange();
    emulator.user.feeCurrency = "MNT";
    await exchange.place(entry("in1"));
    expect((await exchange.fillsSince("")).fills).toMatchObject([{ fee: "0.06" }]);
  });

  it("are not the payments for funding, but are what a liquidation took, which has no order to look up", async () => {
    const { emulator, exchange, calls } = await anExchange();
    await exchange.place(entry("in1"));
    const other = { symbol: "COINUSDT", side: "Sell", execQty: "1", execPrice: "100", at: START } as const;
    emulator.user.otherExecutions.push(
      { ...other, execType: "Funding" },
      { ...other, execType: "BustTrade", execPrice: "91" },
    );
    const { fills } = await exchange.fillsSince("");
    expect(fills.map(({ clientOrderId, side }) => [clientOrderId, side])).toEqual([
      ["in1", "buy"],
      [expect.stringMatching(/^exchange-[0-9a-f-]{36}$/), "sell"],
    ]);
    expect(calls("GET /v5/order/history")).toBe(0);
  });

  it.each(["nonsense", "{}", '{"COIN/USDT":{"upTo":"1","seen":[]}}', "[1]"])(
    "are all given again for the cursor %s",
    async (cursor) => {
      const { exchange } = await anExchange();
      await exchange.place(entry("in1"));
      expect((await exchange.fillsSince(cursor)).fills).toHaveLength(1);
    },
  );
});
