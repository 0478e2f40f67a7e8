import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import { COINUSDT } from "../exchange/symbols.ts";
import { type BinanceEmulator, EMULATED_KEY, startBinanceEmulator } from "./binance-emulator.ts";

const listenKeySchema = z.object({ listenKey: z.string() });
const START = Date.UTC(2026, 5, 1, 12);

let emulator: BinanceEmulator;
beforeAll(async () => {
  emulator = await startBinanceEmulator({ startMs: START, symbols: [COINUSDT] });
});
afterAll(async () => {
  await emulator.close();
});

type Parameters = Readonly<Record<string, string>>;

interface Signing {
  readonly apiKey?: string;
  readonly secret?: string;
  readonly timestamp?: string;
}

/** A signed request made without any client library. */
async function ask(method: string, path: string, parameters: Parameters = {}, signing: Signing = {}) {
  const { apiKey = EMULATED_KEY.apiKey, secret = EMULATED_KEY.secret } = signing;
  const timestamp = signing.timestamp ?? String(emulator.market.now());
  const query = new URLSearchParams({ ...parameters, timestamp }).toString();
  const signature = createHmac("sha256", secret).update(query).digest("hex");
  const payload = `${query}&signature=${signature}`;
  const isPost = method === "POST";
  const response = await fetch(`${emulator.httpUrl}${path}${isPost ? "" : `?${payload}`}`, {
    method,
    headers: {
      "X-MBX-APIKEY": apiKey,
      ...(isPost ? { "Content-Type": "application/x-www-form-urlencoded" } : {}),
    },
    ...(isPost ? { body: payload } : {}),
  });
  const body = z.record(z.string(), z.unknown()).parse(await response.json());
  return { status: response.status, body };
}

const LIMIT = {
  symbol: "COINUSDT",
  side: "BUY",
  type: "LIMIT",
  timeInForce: "GTC",
  quantity: "1",
  price: "96",
};
const STOP = {
  algoType: "CONDITIONAL",
  symbol: "COINUSDT",
  side: "SELL",
  type: "STOP_MARKET",
  quantity: "1",
  triggerPrice: "95",
  reduceOnly: "true",
};

describe("a signed request to the Binance emulator", () => {
  it.each([
    ["with another key", { apiKey: "another" }, 401, -2015],
    ["with a wrong signature", { secret: "another" }, 400, -1022],
    ["without a timestamp", { timestamp: "" }, 400, -1102],
    ["from 5.001 s ago", { timestamp: String(START - 5001) }, 400, -1021],
    ["from a second in the future", { timestamp: String(START + 1000) }, 400, -1021],
  ])("%s is refused", async (_, signing, status, code) => {
    const answer = await ask("GET", "/fapi/v3/account", {}, signing);
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it.each([START - 5000, START + 999])("of time %i is taken", async (timestamp) => {
    const answer = await ask("GET", "/fapi/v3/account", {}, { timestamp: String(timestamp) });
    expect(answer.status).toBe(200);
  });
});

describe("an order at the Binance emulator", () => {
  it.each([
    ["off the tick", { price: "96.05" }, -4014],
    ["off the lot", { quantity: "1.001" }, -1111],
    ["below the least quantity", { quantity: "0.04" }, -4004],
    ["above the largest quantity", { quantity: "1000.01" }, -4005],
    ["below the least notional", { quantity: "0.1" }, -4164],
    ["too far above", { price: "105.1" }, -4016],
    ["too far below", { price: "94.9" }, -4024],
    ["with a bad id", { newClientOrderId: "ä" }, -4015],
    ["of an old kind", { type: "STOP_MARKET" }, -4120],
    ["for a position side", { positionSide: "LONG" }, -4061],
    ["without a position to reduce", { reduceOnly: "true" }, -2022],
    ["with words that nobody reads", { colour: "red" }, -1104],
  ])("%s is refused and does not exist", async (_, change, code) => {
    const before = emulator.trading.orders.length;
    const order = { newClientOrderId: "refused1", ...LIMIT, ...change };
    expect((await ask("POST", "/fapi/v1/order", order)).body).toMatchObject({ code });
    expect(emulator.trading.orders).toHaveLength(before);
  });

  it("needs margin by the leverage of its symbol", async () => {
    const order = { ...LIMIT, quantity: "200", newClientOrderId: "margin1" };
    const lever = (leverage: string) => ask("POST", "/fapi/v1/leverage", { symbol: "COINUSDT", leverage });
    await lever("1");
    expect((await ask("POST", "/fapi/v1/order", order)).body).toMatchObject({ code: -2019 });
    await lever("2");
    expect((await ask("POST", "/fapi/v1/order", order)).body).toMatchObject({ status: "NEW" });
    emulator.trading.cancelByHand("margin1");
  });

  it("takes an id twice only when the first order is not alive any more", async () => {
    const order = { ...LIMIT, newClientOrderId: "same" };
    expect((await ask("POST", "/fapi/v1/order", order)).body).toMatchObject({ status: "NEW" });
    expect((await ask("POST", "/fapi/v1/order", order)).body).toMatchObject({ code: -4116 });
    const name = { symbol: "COINUSDT", origClientOrderId: "same" };
    expect((await ask("DELETE", "/fapi/v1/order", name)).body).toMatchObject({ status: "CANCELED" });
    expect((await ask("DELETE", "/fapi/v1/order", name)).body).toMatchObject({ code: -2011 });
    expect((await ask("POST", "/fapi/v1/order", order)).body).toMatchObject({ status: "NEW" });
    await ask("DELETE", "/fapi/v1/order", name);
  });

  it("moves wallet and position by fills, fees and nothing else", async () => {
    const before = emulator.trading.wallet();
    const market = { symbol: "COINUSDT", side: "BUY", type: "MARKET", quantity: "2" };
    await ask("POST", "/fapi/v1/order", { ...market, newClientOrderId: "wallet1" });
    emulator.market.trade("COINUSDT", 101, 1);
    expect(emulator.trading.unrealised().toString()).toBe("2");
    await ask("POST", "/fapi/v1/order", { ...market, side: "SELL", newClientOrderId: "wallet2" });
    // 0.05 % of 200 and of 202, against 2 of profit.
    expect(emulator.trading.wallet().minus(before).toString()).toBe("1.799");
    emulator.market.trade("COINUSDT", 100, 1);
  });
});

describe("a conditional order at the Binance emulator", () => {
  it("is refused when it would trigger at once", async () => {
    const stop = { ...STOP, clientAlgoId: "once1", triggerPrice: "100" };
    expect((await ask("POST", "/fapi/v1/algoOrder", stop)).body).toMatchObject({ code: -2021 });
    const target = { ...STOP, clientAlgoId: "once2", type: "TAKE_PROFIT_MARKET", triggerPrice: "100" };
    expect((await ask("POST", "/fapi/v1/algoOrder", target)).body).toMatchObject({ code: -2021 });
  });

  it("becomes an order of its own when its price comes, and is rejected without a position", async () => {
    await ask("POST", "/fapi/v1/algoOrder", { ...STOP, clientAlgoId: "alone" });
    emulator.market.trade("COINUSDT", 94, 1);
    const alone = await ask("GET", "/fapi/v1/algoOrder", { clientAlgoId: "alone" });
    expect(alone.body).toMatchObject({ algoStatus: "REJECTED", actualOrderId: "" });
    emulator.market.trade("COINUSDT", 100, 1);
    emulator.trading.tradeByHand("COINUSDT", "BUY", "1");
    await ask("POST", "/fapi/v1/algoOrder", { ...STOP, clientAlgoId: "guard" });
    emulator.market.trade("COINUSDT", 94, 1);
    const guard = await ask("GET", "/fapi/v1/algoOrder", { clientAlgoId: "guard" });
    expect(guard.body).toMatchObject({ algoStatus: "FINISHED" });
    const order = { symbol: "COINUSDT", orderId: String(guard.body.actualOrderId) };
    expect((await ask("GET", "/fapi/v1/order", order)).body).toMatchObject({
      status: "FILLED",
      clientOrderId: expect.stringMatching(/^autoAlgo/),
      avgPrice: "94",
    });
    emulator.market.trade("COINUSDT", 100, 1);
  });
});

describe("the journal of the Binance emulator", () => {
  it("tells every step with the position after it, in order, and cannot be changed", () => {
    const { journal } = emulator.trading;
    expect(journal.map(({ sequence }) => sequence)).toEqual(journal.map((_, index) => index + 1));
    expect(journal.every((each) => Object.isFrozen(each))).toBe(true);
    const guard = journal.filter(({ clientOrderId }) => clientOrderId === "guard");
    expect(guard.map(({ type, position }) => [type, position])).toEqual([
      ["algo-accepted", "1"],
      ["algo-triggered", "1"],
      ["order-filled", "0"],
    ]);
  });
});

describe("the user stream of the Binance emulator", () => {
  it.each([
    ["once", ["NEW", "PARTIALLY_FILLED", "FILLED"]],
    ["twice", ["NEW", "PARTIALLY_FILLED", "PARTIALLY_FILLED", "FILLED", "FILLED"]],
    ["reversed", ["NEW", "FILLED", "PARTIALLY_FILLED"]],
  ] as const)("tells of fills %s", async (way, states) => {
    const key = await fetch(`${emulator.httpUrl}/fapi/v1/listenKey`, {
      method: "POST",
      headers: { "X-MBX-APIKEY": EMULATED_KEY.apiKey },
    });
    const { listenKey } = listenKeySchema.parse(await key.json());
    const socket = new WebSocket(`${emulator.wsUrl}/ws/${listenKey}`);
    await new Promise((resolve) => socket.once("open", resolve));
    const heard: string[] = [];
    const all = new Promise<void>((resolve) => {
      socket.on("message", (data) => {
        const message: { e: string; o?: { X: string } } = JSON.parse(String(data));
        if (message.e === "ORDER_TRADE_UPDATE") heard.push(message.o?.X ?? "");
        if (heard.length === states.length) resolve();
      });
    });
    emulator.faults.streamFills = way;
    emulator.faults.fillFractions(0.5);
    await ask("POST", "/fapi/v1/order", { ...LIMIT, newClientOrderId: `stream${way}` });
    emulator.market.trade("COINUSDT", 96, 1);
    emulator.market.trade("COINUSDT", 96, 1);
    emulator.market.advance(1);
    await all;
    expect(heard).toEqual(states);
    emulator.market.trade("COINUSDT", 100, 1);
    socket.terminate();
  });
});

describe("an order that is on its way", () => {
  it("is carried out when it arrives, at that very moment, and its sender hears nothing", async () => {
    emulator.faults.delay("POST /fapi/v1/order", 4000);
    const order = { ...LIMIT, newClientOrderId: "late1" };
    await expect(ask("POST", "/fapi/v1/order", order)).rejects.toThrow();
    const asked = { symbol: "COINUSDT", origClientOrderId: "late1" };
    expect((await ask("GET", "/fapi/v1/order", asked)).body).toMatchObject({ code: -2013 });
    const sentAt = emulator.market.now();
    emulator.market.advance(30_000);
    expect((await ask("GET", "/fapi/v1/order", asked)).body).toMatchObject({
      status: "NEW",
      time: sentAt + 4000,
    });
  });

  it("is refused when it arrives after its window", async () => {
    emulator.faults.delay("POST /fapi/v1/order", 5001);
    await expect(ask("POST", "/fapi/v1/order", { ...LIMIT, newClientOrderId: "late2" })).rejects.toThrow();
    emulator.market.advance(30_000);
    expect(emulator.trading.orders.some(({ clientOrderId }) => clientOrderId === "late2")).toBe(false);
  });
});
