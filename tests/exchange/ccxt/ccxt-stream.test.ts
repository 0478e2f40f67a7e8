import { afterEach, describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import type { CandleDifference } from "../../../src/exchange/ccxt/minute-proof.ts";
import type { BinanceEmulator } from "../../emulators/binance/binance-emulator.ts";
import { klineMessage } from "../../emulators/binance/stream-dialect.ts";
import { BTCUSDT } from "../../emulators/exchange/symbols.ts";
import { anEmulatedDesk, MINUTE, openSubscriptions, START, until } from "./emulated-desk.ts";

const running: BinanceEmulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

async function aFollowedDesk(...options: Parameters<typeof anEmulatedDesk>) {
  const desk = await anEmulatedDesk(...options);
  running.push(desk.emulator);
  const followed = desk.follow();
  await followed.subscribed();
  const { market } = desk.emulator;
  /** Plays a minute around `price` and tells the first price of the next, so that the stream shows its end. */
  const play = (price: number) => {
    market.playMinute("BTCUSDT", { open: price, high: price + 5, low: price - 5, close: price + 1 });
  };
  const minutesTold = () => followed.candles().map((candle) => (candle.openTime - START) / MINUTE);
  return { ...desk, followed, play, minutesTold };
}

function klineRequests(emulator: BinanceEmulator): number {
  return emulator.log.filter((entry) => entry.type === "http" && entry.path === "/fapi/v1/klines").length;
}

function minute(index: number, price: number): Candle {
  return {
    openTime: START + index * MINUTE,
    open: price,
    high: price + 5,
    low: price - 5,
    close: price + 1,
    volume: 4,
  };
}

describe("the stream of the ccxt market", () => {
  it("tells prices at once and a minute when a trade of the next shows that it has closed", async () => {
    const { emulator, followed, play } = await aFollowedDesk();
    play(60_000);
    await until(() => followed.prices().at(-1) === 60_001);
    expect(followed.candles()).toEqual([]);
    emulator.market.trade("BTCUSDT", 60_002, 1);
    await until(() => followed.prices().at(-1) === 60_002);
    expect(followed.candles()).toEqual([minute(0, 60_000)]);
    expect(followed.events.at(-1)).toEqual({
      type: "price",
      symbol: "BTC/USDT",
      price: 60_002,
      at: START + MINUTE,
    });
    await followed.stop();
  });

  it("closes a minute by its own clock when nobody trades", async () => {
    const { emulator, followed, play } = await aFollowedDesk();
    play(60_000);
    emulator.market.advance(1999);
    await until(() => followed.prices().at(-1) === 60_001);
    expect(followed.candles()).toEqual([]);
    emulator.market.advance(1);
    await until(() => followed.candles().length === 1);
    expect(followed.candles()).toEqual([minute(0, 60_000)]);
    await followed.stop();
  });

  it("takes the exchange's stored candle when the stream saw less of it", async () => {
    const { emulator, followed } = await aFollowedDesk();
    emulator.market.trade("BTCUSDT", 60_000, 1);
    await until(() => followed.prices().length === 1);
    emulator.faults.silentSockets = true;
    emulator.market.trade("BTCUSDT", 60_500, 2);
    emulator.market.advance(MINUTE);
    emulator.faults.silentSockets = false;
    emulator.market.trade("BTCUSDT", 60_100, 1);
    await until(() => followed.candles().length === 1);
    expect(followed.candles()).toEqual([
      { openTime: START, open: 60_000, high: 60_500, low: 60_000, close: 60_500, volume: 3 },
    ]);
    await followed.stop();
  });

  it("asks the exchange for no minute that the stream showed to its end", async () => {
    const { emulator, followed, play, minutesTold } = await aFollowedDesk();
    for (const index of [0, 1, 2]) {
      play(60_000 + index);
      emulator.market.trade("BTCUSDT", 60_001 + index, 0.5);
      await until(() => minutesTold().length === index + 1);
    }
    expect(klineRequests(emulator)).toBe(0);
    await followed.stop();
  });

  it("tells what the stream showed when its last seconds were silent and the stored candle cannot be read", async () => {
    const { emulator, followed, faults } = await aFollowedDesk();
    emulator.faults.failHttp("/fapi/v1/klines", { status: 503 });
    emulator.market.trade("BTCUSDT", 60_000, 1);
    await until(() => followed.prices().length === 1);
    emulator.faults.silentSockets = true;
    emulator.market.advance(MINUTE);
    emulator.faults.silentSockets = false;
    emulator.market.trade("BTCUSDT", 60_002, 1);
    await until(() => followed.candles().length === 1);
    expect(followed.candles()).toEqual([
      { openTime: START, open: 60_000, high: 60_000, low: 60_000, close: 60_000, volume: 1 },
    ]);
    expect(faults.map((fault) => fault.code)).toEqual(["market-unavailable"]);
    await followed.stop();
  });

  it("compares what it told with the exchange each quarter of an hour and keeps what was told", async () => {
    const differences: CandleDifference[] = [];
    const desk = await aFollowedDesk({ onDifference: (difference) => differences.push(difference) });
    const { emulator, followed, play, minutesTold } = desk;
    for (let index = 0; index < 30; index += 1) {
      play(60_000);
      if (index === 4) emulator.market.amend("BTCUSDT", START + 4 * MINUTE, { high: 61_000 });
      emulator.market.trade("BTCUSDT", 60_000, 1);
      await until(() => minutesTold().length === index + 1);
    }
    await until(() => differences.length > 0);
    expect(differences.map(({ symbol, told, stored }) => [symbol, told.high, stored?.high])).toEqual([
      ["BTC/USDT", 60_005, 61_000],
    ]);
    expect(followed.candles()[4]?.high).toBe(60_005);
    expect(klineRequests(emulator)).toBeLessThanOrEqual(2);
    await followed.stop();
  });

  it("reads the gap of a dropped socket before it tells anything later", async () => {
    const { emulator, followed, play, minutesTold, faults } = await aFollowedDesk();
    play(60_000);
    emulator.market.trade("BTCUSDT", 60_100, 1);
    await until(() => followed.candles().length === 1);
    emulator.faults.refuseSockets = true;
    emulator.streams.drop();
    await until(() => faults.length > 0);
    const told = followed.events.length;
    emulator.faults.failHttp("/fapi/v1/klines", { status: 503 }, { status: 429, retryAfterSeconds: 30 });
    emulator.market.advanceTo(START + 4 * MINUTE);
    await until(() => faults.some(({ args }) => args.reason === "ExchangeNotAvailable"));
    emulator.faults.refuseSockets = false;
    emulator.market.advance(5000);
    await until(() => faults.some(({ args }) => args.reason === "DDoSProtection"));
    expect(followed.events).toHaveLength(told);
    emulator.market.advance(30_000);
    await until(() => openSubscriptions(emulator) === 1);
    await until(() => minutesTold().length === 4);
    expect(minutesTold()).toEqual([0, 1, 2, 3]);
    emulator.market.trade("BTCUSDT", 60_200, 1);
    await until(() => followed.prices().at(-1) === 60_200);
    await followed.stop();
  });

  it("reads minutes by request while the socket is silent, and then opens another", async () => {
    const { emulator, followed, minutesTold } = await aFollowedDesk();
    emulator.faults.silentSockets = true;
    for (let index = 1; index <= 2; index += 1) {
      emulator.market.trade("BTCUSDT", 60_000 + index, 1);
      emulator.market.advanceTo(START + index * MINUTE + 3000);
      await until(() => minutesTold().length === index);
    }
    emulator.faults.silentSockets = false;
    await until(() => emulator.log.some((entry) => entry.type === "socket-closed"));
    emulator.market.advance(10_000);
    await until(() => openSubscriptions(emulator) === 1);
    emulator.market.trade("BTCUSDT", 60_300, 1);
    await until(() => followed.prices().at(-1) === 60_300);
    expect(minutesTold()).toEqual([0, 1]);
    await followed.stop();
  });

  it("puts malformed minutes of the stream aside without a price", async () => {
    const { emulator, followed, quarantined, play } = await aFollowedDesk();
    play(60_000);
    const forming = minute(1, 60_010);
    const spoilt = (change: Record<string, unknown>) =>
      emulator.streams.inject(BTCUSDT, {
        ...klineMessage(BTCUSDT, { candle: forming, closed: false }),
        ...change,
      });
    spoilt({ h: "1" });
    spoilt({ c: "not a number" });
    spoilt({ l: "-5" });
    spoilt({ t: forming.openTime + 1 });
    spoilt({ t: forming.openTime + 60 * MINUTE });
    spoilt({ o: "60010000", h: "60015000", l: "60005000", c: "60011000" });
    emulator.market.trade("BTCUSDT", 60_020, 1);
    await until(() => followed.prices().at(-1) === 60_020);
    expect(Math.max(...followed.prices())).toBe(60_020);
    expect(Math.min(...followed.prices())).toBeGreaterThanOrEqual(59_995);
    expect(followed.candles()).toEqual([minute(0, 60_000)]);
    expect(new Set(quarantined.map(({ fault }) => fault)).size).toBeGreaterThanOrEqual(1);
    await followed.stop();
  });

  it("tells each minute once, whatever comes late, double or out of order", async () => {
    const { emulator, followed, play, minutesTold } = await aFollowedDesk();
    const kline = (candle: Candle) => klineMessage(BTCUSDT, { candle, closed: true });
    play(60_000);
    emulator.market.trade("BTCUSDT", 60_002, 1);
    await until(() => minutesTold().length === 1);
    emulator.streams.inject(BTCUSDT, kline({ ...minute(0, 60_000), high: 61_000, volume: 99 }));
    emulator.streams.inject(BTCUSDT, kline(minute(0, 60_000)));
    emulator.market.advanceTo(START + 2 * MINUTE);
    emulator.market.trade("BTCUSDT", 60_003, 1);
    emulator.streams.inject(BTCUSDT, kline(minute(1, 60_000)));
    emulator.streams.inject(BTCUSDT, kline(minute(1, 60_000)));
    emulator.market.advanceTo(START + 3 * MINUTE);
    emulator.market.trade("BTCUSDT", 60_004, 1);
    await until(() => followed.prices().at(-1) === 60_004);
    expect(minutesTold()).toEqual([0, 1, 2]);
    expect(followed.candles()[0]).toEqual(minute(0, 60_000));
    await followed.stop();
  });

  it("judges minutes by the exchange's clock when the desk's is an hour off", async () => {
    for (const offMs of [3_600_000, -3_600_000]) {
      const clock = { now: () => (running.at(-1)?.market.now() ?? START) + offMs };
      const { emulator, followed, play } = await aFollowedDesk({ clock });
      play(60_000);
      emulator.market.trade("BTCUSDT", 60_002, 1);
      await until(() => followed.candles().length === 1);
      expect(followed.candles()).toEqual([minute(0, 60_000)]);
      await followed.stop();
    }
  });

  it("follows several symbols over one socket", async () => {
    const desk = await anEmulatedDesk();
    running.push(desk.emulator);
    const followed = desk.follow(["BTC/USDT", "ETH/USDT", "NOPE/USDT"]);
    await until(() => openSubscriptions(desk.emulator) === 2);
    desk.emulator.market.trade("BTCUSDT", 60_000, 1);
    desk.emulator.market.trade("ETHUSDT", 3000, 1);
    desk.emulator.market.advance(MINUTE + 2000);
    await until(() => followed.candles("BTC/USDT").length === 1 && followed.candles("ETH/USDT").length === 1);
    expect(desk.emulator.log.filter((entry) => entry.type === "socket-opened")).toHaveLength(1);
    await followed.stop();
    await until(() => desk.emulator.log.some((entry) => entry.type === "socket-closed"));
  });
});
