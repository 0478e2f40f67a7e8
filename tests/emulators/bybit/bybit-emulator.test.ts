import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import { COINUSDT } from "../exchange/symbols.ts";
import { type BybitEmulator, EMULATED_BYBIT_KEY, startBybitEmulator } from "./bybit-emulator.ts";

const rowsSchema = z.object({ result: z.object({ list: z.array(z.array(z.string())) }) });
const START = Date.UTC(2026, 5, 1, 12);

let emulator: BybitEmulator;
beforeAll(async () => {
  emulator = await startBybitEmulator({ startMs: START, symbols: [COINUSDT] });
});
afterAll(async () => {
  await emulator.close();
});

async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${emulator.httpUrl}/v5/market/${path}`);
  return { status: response.status, body: await response.json() };
}

describe("public data of the Bybit emulator", () => {
  it.each([
    ["kline?category=linear&interval=1", 200, 10001],
    ["kline?category=linear&symbol=NOPEUSDT&interval=1", 200, 10001],
    ["kline?category=linear&symbol=COINUSDT&interval=7", 200, 10001],
    ["kline?category=linear&symbol=COINUSDT&interval=1&limit=1001", 200, 10001],
    ["kline?category=linear&symbol=COINUSDT&interval=1&colour=red", 200, 10001],
    ["instruments-info?category=bonds", 200, 10001],
    ["instruments-info", 200, 10001],
    ["nothing", 404, 10017],
  ])("refuses %s with %i and %i", async (path, status, retCode) => {
    expect(await ask(path)).toMatchObject({ status, body: { retCode } });
  });

  it("tells the contract, its lots, ticks and least order", async () => {
    expect((await ask("instruments-info?category=linear")).body).toMatchObject({
      retCode: 0,
      result: {
        list: [
          {
            symbol: "COINUSDT",
            priceFilter: { tickSize: "0.1" },
            lotSizeFilter: { qtyStep: "0.01", minOrderQty: "0.05", minNotionalValue: "10" },
          },
        ],
      },
    });
    expect((await ask("instruments-info?category=spot")).body).toMatchObject({ result: { list: [] } });
    expect((await ask("instruments-info?category=linear&status=PreLaunch")).body).toMatchObject({
      result: { list: [] },
    });
  });

  it("gives candles newest first, from a start on or the latest", async () => {
    const own = await startBybitEmulator({ startMs: START, symbols: [COINUSDT] });
    own.market.playMinute("COINUSDT", { open: 100, high: 103, low: 99, close: 101 });
    own.market.trade("COINUSDT", 102, 5);
    const rows = async (more: string) => {
      const address = `${own.httpUrl}/v5/market/kline?category=linear&symbol=COINUSDT&interval=1${more}`;
      return rowsSchema.parse(await (await fetch(address)).json()).result.list;
    };
    expect(await rows("")).toEqual([
      [String(START + 60_000), "102", "102", "102", "102", "5", "510"],
      [String(START), "100", "103", "99", "101", "4", "404"],
    ]);
    expect((await rows(`&start=${START}&limit=1`)).map(([openTime]) => openTime)).toEqual([String(START)]);
    expect((await rows("&limit=1")).map(([openTime]) => openTime)).toEqual([String(START + 60_000)]);
    expect(await rows(`&end=${START}`)).toHaveLength(1);
    await own.close();
  });

  it("keeps a log of what arrived that cannot be changed", async () => {
    await ask("time");
    const entry = emulator.log.at(-1);
    expect(entry).toMatchObject({ type: "http", at: START, path: "/v5/market/time", status: 200 });
    expect(Object.isFrozen(entry)).toBe(true);
  });

  it("takes as many requests in a second as an endpoint does, when it is told to", async () => {
    const own = await startBybitEmulator({ startMs: START, symbols: [COINUSDT], limitsRate: true });
    const time = () => fetch(`${own.httpUrl}/v5/market/time`);
    for (let count = 0; count < 120; count += 1)
      expect(await (await time()).json()).toMatchObject({ retCode: 0 });
    const refused = await time();
    expect([refused.status, refused.headers.get("X-Bapi-Limit-Reset-Timestamp")]).toEqual([
      200,
      String(START + 1000),
    ]);
    expect(await refused.json()).toMatchObject({ retCode: 10006 });
    own.market.advance(1000);
    expect(await (await time()).json()).toMatchObject({ retCode: 0 });
    await own.close();
  });
});

/** A socket with everything that it hears. */
async function aSocket(path: "public/linear" | "private") {
  const socket = new WebSocket(`${emulator.wsUrl}/v5/${path}`);
  const heard: unknown[] = [];
  const waiting: (() => void)[] = [];
  socket.on("message", (data) => {
    heard.push(JSON.parse(String(data)));
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
      socket.send(JSON.stringify(message));
      return next();
    },
    close: () => socket.terminate(),
  };
}

function auth(change: { key?: string; secret?: string; expires?: number } = {}) {
  const {
    key = EMULATED_BYBIT_KEY.apiKey,
    secret = EMULATED_BYBIT_KEY.secret,
    expires = START + 1000,
  } = change;
  const sign = createHmac("sha256", secret).update(`GET/realtime${expires}`).digest("hex");
  return { op: "auth", args: [key, expires, sign] };
}

const subscribe = (...topics: string[]) => ({ op: "subscribe", args: topics });

describe("a socket of the Bybit emulator", () => {
  it.each([
    ["with another key", { key: "another" }],
    ["with a wrong signature", { secret: "another" }],
    ["that has expired", { expires: START }],
  ])("refuses a sign-in %s", async (_, change) => {
    const socket = await aSocket("private");
    expect(await socket.ask(auth(change))).toMatchObject({ success: false, op: "auth" });
    expect(await socket.ask(subscribe("order"))).toMatchObject({
      success: false,
      ret_msg: "Request not authorized",
    });
    socket.close();
  });

  it("tells nothing of the account before a sign-in, and no topic at the wrong place", async () => {
    const socket = await aSocket("private");
    expect(await socket.ask({ op: "ping", req_id: "7" })).toMatchObject({ op: "pong", req_id: "7" });
    expect(await socket.ask(subscribe("order"))).toMatchObject({ success: false });
    expect(await socket.ask(auth())).toMatchObject({ success: true, op: "auth" });
    expect(await socket.ask(subscribe("kline.1.COINUSDT"))).toMatchObject({ success: false });
    expect(await socket.ask({ op: "shout" })).toMatchObject({ ret_msg: "error:invalid op" });
    const open = await aSocket("public/linear");
    expect(await open.ask(auth())).toMatchObject({ success: false });
    expect(await open.ask(subscribe("order"))).toMatchObject({ success: false });
    open.close();
    socket.close();
  });

  it("tells an order, its execution, the position and the money", async () => {
    const socket = await aSocket("private");
    await socket.ask(auth());
    await socket.ask(subscribe("order", "execution", "position", "wallet"));
    emulator.trading.tradeByHand("COINUSDT", "BUY", "1");
    expect(await socket.next()).toMatchObject({ topic: "order", data: [{ orderStatus: "New" }] });
    expect(await socket.next()).toMatchObject({
      data: [{ category: "linear", orderStatus: "Filled", cumExecQty: "1", leavesQty: "0", avgPrice: "100" }],
    });
    expect(await socket.next()).toMatchObject({
      data: [{ execQty: "1", execPrice: "100", execFee: "0.055", execType: "Trade" }],
    });
    expect(await socket.next()).toMatchObject({
      topic: "position",
      data: [{ positionIdx: 0, side: "Buy", size: "1" }],
    });
    expect(await socket.next()).toMatchObject({
      topic: "wallet",
      data: [{ coin: [{ coin: "USDT", equity: "9999.945" }] }],
    });
    socket.close();
  });

  it("tells minutes as they form", async () => {
    const socket = await aSocket("public/linear");
    expect(await socket.ask(subscribe("kline.1.COINUSDT"))).toMatchObject({ success: true });
    emulator.market.trade("COINUSDT", 100.5, 2);
    expect(await socket.next()).toMatchObject({
      topic: "kline.1.COINUSDT",
      data: [{ start: START, end: START + 59_999, close: "100.5", volume: "2", confirm: false }],
    });
    socket.close();
  });
});
