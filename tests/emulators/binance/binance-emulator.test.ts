import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type BinanceEmulator, startBinanceEmulator } from "./binance-emulator.ts";

const START = Date.UTC(2026, 5, 1, 12);

let emulator: BinanceEmulator;
beforeAll(async () => {
  emulator = await startBinanceEmulator({ startMs: START });
});
afterAll(async () => {
  await emulator.close();
});

async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${emulator.httpUrl}${path}`);
  return { status: response.status, body: await response.json() };
}

describe("the Binance emulator", () => {
  it.each([
    ["/fapi/v1/klines?interval=1m", -1102],
    ["/fapi/v1/klines?symbol=NOPE&interval=1m", -1121],
    ["/fapi/v1/klines?symbol=BTCUSDT&interval=7m", -1120],
    ["/fapi/v1/klines?symbol=BTCUSDT&interval=1m&limit=1501", -1130],
    ["/fapi/v1/klines?symbol=BTCUSDT&interval=1m&startTime=x", -1100],
    ["/fapi/v1/klines?symbol=BTCUSDT&interval=1m&colour=red", -1104],
    ["/fapi/v1/nothing", -5000],
  ])("refuses %s with %i", async (path, code) => {
    const { status, body } = await ask(path);
    expect(status).toBe(code === -5000 ? 404 : 400);
    expect(body).toMatchObject({ code });
  });

  it("keeps a log of what arrived that cannot be changed", async () => {
    await ask("/fapi/v1/time");
    const entry = emulator.log.at(-1);
    expect(entry).toEqual({
      type: "http",
      at: START,
      method: "GET",
      path: "/fapi/v1/time",
      query: {},
      status: 200,
    });
    expect(Object.isFrozen(entry)).toBe(true);
  });

  it("fails as often as it was told to, and says how long to wait", async () => {
    emulator.faults.failHttp("/fapi/v1/time", { status: 429, retryAfterSeconds: 3 }, { status: 503 });
    const limited = await fetch(`${emulator.httpUrl}/fapi/v1/time`);
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "3"]);
    expect((await fetch(`${emulator.httpUrl}/fapi/v1/time`)).status).toBe(503);
    expect((await ask("/fapi/v1/time")).status).toBe(200);
  });

  it("counts weight by the minute of its own time and refuses beyond the limit", async () => {
    emulator.market.advance(60_000);
    const used = async () => {
      const response = await fetch(`${emulator.httpUrl}/fapi/v1/klines?symbol=BTCUSDT&interval=1m`);
      return [response.status, response.headers.get("x-mbx-used-weight-1m")];
    };
    expect(await used()).toEqual([200, "5"]);
    expect(await used()).toEqual([200, "10"]);
    for (let count = 0; count < 478; count += 1) await used();
    expect(await used()).toEqual([429, "2405"]);
    emulator.market.advance(60_000);
    expect(await used()).toEqual([200, "5"]);
  });

  it("wraps klines of the combined stream in their stream's name", async () => {
    const socket = new WebSocket(`${emulator.wsUrl}/stream?streams=btcusdt@kline_1m`);
    await new Promise((resolve) => socket.once("open", resolve));
    const message = new Promise((resolve) =>
      socket.once("message", (data) => resolve(JSON.parse(String(data)))),
    );
    emulator.market.trade("BTCUSDT", 61_000, 2);
    expect(await message).toMatchObject({
      stream: "btcusdt@kline_1m",
      data: { e: "kline", s: "BTCUSDT", k: { c: "61000", x: false } },
    });
    socket.terminate();
  });

  it("answers SUBSCRIBE and refuses what it does not serve", async () => {
    const socket = new WebSocket(`${emulator.wsUrl}/ws/1`);
    await new Promise((resolve) => socket.once("open", resolve));
    const answer = (request: unknown) => {
      const answered = new Promise((resolve) =>
        socket.once("message", (data) => resolve(JSON.parse(String(data)))),
      );
      socket.send(JSON.stringify(request));
      return answered;
    };
    expect(await answer({ method: "SUBSCRIBE", params: ["btcusdt@kline_1m"], id: 1 })).toEqual({
      result: null,
      id: 1,
    });
    expect(await answer({ method: "LIST_SUBSCRIPTIONS", id: 2 })).toEqual({
      result: ["btcusdt@kline_1m"],
      id: 2,
    });
    expect(await answer({ method: "SUBSCRIBE", params: ["btcusdt@depth"], id: 3 })).toMatchObject({
      error: { code: 2 },
    });
    socket.terminate();
  });
});
