import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import { COIN_SWAP } from "./instruments.ts";
import { EMULATED_OKX_KEY, type OkxEmulator, startOkxEmulator } from "./okx-emulator.ts";

const rowsSchema = z.object({ data: z.array(z.array(z.string())) });
const START = Date.UTC(2026, 5, 1, 12);

let emulator: OkxEmulator;
beforeAll(async () => {
  emulator = await startOkxEmulator({ startMs: START, symbols: [COIN_SWAP] });
});
afterAll(async () => {
  await emulator.close();
});

async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${emulator.httpUrl}${path}`);
  return { status: response.status, body: await response.json() };
}

describe("public data of the OKX emulator", () => {
  it.each([
    ["/api/v5/market/candles?bar=1m", 400, "50014"],
    ["/api/v5/market/candles?instId=NOPE-USDT-SWAP", 400, "51001"],
    ["/api/v5/market/candles?instId=COIN-USDT-SWAP&bar=7m", 400, "51000"],
    ["/api/v5/market/candles?instId=COIN-USDT-SWAP&limit=301", 400, "51000"],
    ["/api/v5/market/candles?instId=COIN-USDT-SWAP&colour=red", 400, "51000"],
    ["/api/v5/public/instruments?instType=BONDS", 400, "51000"],
    ["/api/v5/nothing", 404, "404"],
  ])("refuses %s with %i and %s", async (path, status, code) => {
    expect(await ask(path)).toMatchObject({ status, body: { code } });
  });

  it("tells the contract, its lots and its ticks", async () => {
    const { body } = await ask("/api/v5/public/instruments?instType=SWAP");
    expect(body).toMatchObject({
      code: "0",
      data: [{ instId: "COIN-USDT-SWAP", ctVal: "0.1", lotSz: "0.1", minSz: "0.5", tickSz: "0.1" }],
    });
    expect((await ask("/api/v5/public/instruments?instType=SPOT")).body).toMatchObject({ data: [] });
  });

  it("pages candles backwards, with the volume in contracts and in coins", async () => {
    const own = await startOkxEmulator({ startMs: START, symbols: [COIN_SWAP] });
    own.market.playMinute("COIN-USDT-SWAP", { open: 100, high: 103, low: 99, close: 101 });
    own.market.trade("COIN-USDT-SWAP", 102, 5);
    const rows = async (more: string) => {
      const address = `${own.httpUrl}/api/v5/market/candles?instId=COIN-USDT-SWAP&bar=1m${more}`;
      return rowsSchema.parse(await (await fetch(address)).json()).data;
    };
    expect(await rows("")).toEqual([
      [String(START + 60_000), "102", "102", "102", "102", "50", "5", "510", "0"],
      [String(START), "100", "103", "99", "101", "40", "4", "404", "1"],
    ]);
    expect(await rows(`&after=${START + 60_000}`)).toHaveLength(1);
    expect(await rows(`&before=${START}`)).toHaveLength(1);
    await own.close();
  });

  it("keeps a log of what arrived that cannot be changed", async () => {
    await ask("/api/v5/public/time");
    const entry = emulator.log.at(-1);
    expect(entry).toMatchObject({ type: "http", at: START, path: "/api/v5/public/time", status: 200 });
    expect(Object.isFrozen(entry)).toBe(true);
  });

  it("takes as many requests in two seconds as an endpoint does, when it is told to", async () => {
    const own = await startOkxEmulator({ startMs: START, symbols: [COIN_SWAP], limitsRate: true });
    const status = async () => (await fetch(`${own.httpUrl}/api/v5/public/time`)).status;
    for (let count = 0; count < 10; count += 1) expect(await status()).toBe(200);
    const refused = await fetch(`${own.httpUrl}/api/v5/public/time`);
    expect([refused.status, await refused.json()]).toEqual([
      429,
      { code: "50011", msg: "Too Many Requests", data: [] },
    ]);
    own.market.advance(2000);
    expect(await status()).toBe(200);
    await own.close();
  });
});

/** A socket with everything that it hears. */
async function aSocket(path: "public" | "private" | "business") {
  const socket = new WebSocket(`${emulator.wsUrl}/ws/v5/${path}`);
  const heard: unknown[] = [];
  const waiting: (() => void)[] = [];
  socket.on("message", (data) => {
    const text = String(data);
    heard.push(text === "pong" ? text : JSON.parse(text));
    for (const wake of waiting.splice(0)) wake();
  });
  await new Promise((resolve) => socket.once("open", resolve));
  const next = async (): Promise<unknown> => {
    if (heard.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    return heard.shift();
  };
  return {
    next,
    ask: (message: unknown) => {
      socket.send(typeof message === "string" ? message : JSON.stringify(message));
      return next();
    },
    close: () => socket.terminate(),
  };
}

function login(change: Readonly<Record<string, string>> = {}) {
  const timestamp = change.timestamp ?? String(Math.floor(START / 1000));
  const sign = createHmac("sha256", EMULATED_OKX_KEY.secret)
    .update(`${timestamp}GET/users/self/verify`)
    .digest("base64");
  const { apiKey, passphrase } = EMULATED_OKX_KEY;
  return { op: "login", args: [{ apiKey, passphrase, timestamp, sign, ...change }] };
}

const subscribe = (channel: string, more: object = {}) => ({ op: "subscribe", args: [{ channel, ...more }] });

describe("a socket of the OKX emulator", () => {
  it.each([
    ["with another key", { apiKey: "another" }, "60005"],
    ["with a wrong passphrase", { passphrase: "another" }, "60024"],
    ["with a wrong signature", { sign: "another" }, "60007"],
    ["from 31 s ago", { timestamp: String(START / 1000 - 31) }, "60006"],
  ])("refuses a login %s", async (_, change, code) => {
    const socket = await aSocket("private");
    expect(await socket.ask(login(change))).toMatchObject({ event: "error", code });
    socket.close();
  });

  it("tells nothing of the account before a login, and no channel at the wrong place", async () => {
    const socket = await aSocket("private");
    expect(await socket.ask("ping")).toBe("pong");
    expect(await socket.ask(subscribe("orders", { instType: "ANY" }))).toMatchObject({ code: "60011" });
    expect(await socket.ask(login())).toMatchObject({ event: "login", code: "0" });
    expect(await socket.ask(subscribe("orders-algo", { instType: "ANY" }))).toMatchObject({ code: "60018" });
    expect(await socket.ask({ op: "shout" })).toMatchObject({ code: "60012" });
    socket.close();
  });

  it("tells orders when they change, and positions and money at once too", async () => {
    const socket = await aSocket("private");
    await socket.ask(login());
    expect(await socket.ask(subscribe("orders", { instType: "SWAP" }))).toMatchObject({ event: "subscribe" });
    expect(await socket.ask(subscribe("account"))).toMatchObject({ event: "subscribe" });
    expect(await socket.next()).toMatchObject({ data: [{ details: [{ ccy: "USDT", eq: "10000" }] }] });
    expect(await socket.ask(subscribe("positions", { instType: "ANY" }))).toMatchObject({
      event: "subscribe",
    });
    expect(await socket.next()).toMatchObject({ arg: { channel: "positions" }, data: [] });
    emulator.trading.tradeByHand("COIN-USDT-SWAP", "BUY", "10");
    expect(await socket.next()).toMatchObject({ arg: { channel: "orders" }, data: [{ state: "live" }] });
    expect(await socket.next()).toMatchObject({
      data: [{ state: "filled", fillSz: "10", fillPx: "100", accFillSz: "10", fee: "-0.05" }],
    });
    expect(await socket.next()).toMatchObject({ data: [{ pos: "10", posSide: "net", avgPx: "100" }] });
    expect(await socket.next()).toMatchObject({ data: [{ details: [{ eq: "9999.95" }] }] });
    socket.close();
  });

  it("tells minutes as they form", async () => {
    const socket = await aSocket("business");
    await socket.ask(subscribe("candle1m", { instId: "COIN-USDT-SWAP" }));
    emulator.market.trade("COIN-USDT-SWAP", 100.5, 2);
    expect(await socket.next()).toEqual({
      arg: { channel: "candle1m", instId: "COIN-USDT-SWAP" },
      data: [[String(START), "100.5", "100.5", "100.5", "100.5", "20", "2", "201", "0"]],
    });
    socket.close();
  });
});
