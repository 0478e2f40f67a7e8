import { afterEach, describe, expect, it } from "vitest";
import { createCcxtMarket } from "../../../src/exchange/ccxt/ccxt-market.ts";
import { loadClientFactory } from "../../../src/exchange/ccxt/load-client.ts";
import { addressesOf } from "../../../src/exchange/ccxt/rewrite-urls.ts";
import { describeMarketDataContract } from "../../contracts/market-data-contract.ts";
import type { BinanceEmulator } from "../../emulators/binance/binance-emulator.ts";
import { risingMinutes } from "../candles.ts";
import { anEmulatedDesk, MINUTE, openSubscriptions, START, until } from "./emulated-desk.ts";

const running: BinanceEmulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

async function aDesk(...options: Parameters<typeof anEmulatedDesk>) {
  const desk = await anEmulatedDesk(...options);
  running.push(desk.emulator);
  return desk;
}

describeMarketDataContract("the ccxt market on the Binance emulator", async () => {
  const { emulator, market } = await anEmulatedDesk();
  let playing = true;
  const play = async () => {
    for (let price = 60_000; playing; price += 10) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      // Time passes while somebody listens.
      if (openSubscriptions(emulator) === 0) continue;
      emulator.market.trade("BTCUSDT", price, 0.5);
      emulator.market.advance(10_000);
    }
  };
  const played = play();
  return {
    market,
    symbol: "BTC/USDT",
    now: emulator.market.now,
    dispose: async () => {
      playing = false;
      await played;
      await emulator.close();
    },
  };
});

describe("the ccxt market", () => {
  it("gives the exchange's rules as instruments under the desk's names", async () => {
    const { market } = await aDesk();
    expect(await market.instruments()).toEqual([
      {
        symbol: "BTC/USDT",
        kind: "crypto",
        priceTick: "0.1",
        quantityStep: "0.001",
        minQuantity: "0.001",
        minNotional: "100",
        makerFee: 0.0002,
        takerFee: 0.0005,
      },
      expect.objectContaining({ symbol: "ETH/USDT", priceTick: "0.01", minNotional: "20" }),
    ]);
  });

  it("tells the distance of bid and ask, two ticks in the emulated book", async () => {
    const { emulator, market } = await aDesk();
    emulator.market.trade("BTCUSDT", 60_000, 1);
    expect(await market.spread?.("BTC/USDT")).toBe(0.2);
    expect(await market.spread?.("NOPE/USDT")).toBeUndefined();
    emulator.faults.failHttp("/fapi/v1/depth", { status: 503 });
    await expect(market.spread?.("BTC/USDT")).rejects.toMatchObject({ code: "market-unavailable" });
  });

  it("reads history over many pages, without the forming candle", async () => {
    const { market, emulator } = await aDesk();
    const minutes = risingMinutes(START - 2500 * MINUTE, 2500);
    emulator.market.seed("BTCUSDT", minutes);
    emulator.market.trade("BTCUSDT", 2600, 1);
    emulator.market.advance(30_000);
    expect(await market.history("BTC/USDT", "1m", START - 2500 * MINUTE, 5000)).toEqual(minutes);
    const some = await market.history("BTC/USDT", "1m", START - 2000 * MINUTE + 1, 1500);
    expect(some).toEqual(minutes.slice(501, 2001));
    const quarters = await market.history("BTC/USDT", "15m", START - 45 * MINUTE, 10);
    expect(quarters.map((candle) => (candle.openTime - START) / MINUTE)).toEqual([-45, -30, -15]);
  });

  it("puts unusable rows of history aside and says which", async () => {
    const { market, emulator, quarantined } = await aDesk();
    const minutes = risingMinutes(START - 8 * MINUTE, 8);
    emulator.market.seed("BTCUSDT", minutes);
    emulator.faults.rewriteKlines = (candles) =>
      candles.map((candle, index) => {
        if (index === 1) return { ...candle, high: candle.low - 1 };
        if (index === 3) return { ...candle, close: Number.NaN };
        if (index === 4) return { ...candle, volume: -1 };
        if (index === 5) return { ...candle, low: 0 };
        return index === 6
          ? { ...candle, open: 106_000, high: 106_000, low: 106_000, close: 106_000 }
          : candle;
      });
    const found = await market.history("BTC/USDT", "1m", START - 8 * MINUTE, 8);
    expect(found).toEqual([minutes[0], minutes[2], minutes[7]]);
    expect(quarantined.map(({ openTime, fault, source }) => [openTime - START, fault, source])).toEqual([
      [-7 * MINUTE, "high-below-low", "history"],
      [-5 * MINUTE, "not-a-number", "history"],
      [-4 * MINUTE, "volume-negative", "history"],
      [-3 * MINUTE, "price-not-positive", "history"],
      [-2 * MINUTE, "price-jump", "history"],
    ]);
  });

  it("orders rows that come disordered and doubled", async () => {
    const { market, emulator } = await aDesk();
    const minutes = risingMinutes(START - 4 * MINUTE, 4);
    emulator.market.seed("BTCUSDT", minutes);
    emulator.market.advance(2000);
    emulator.faults.rewriteKlines = (candles) => [...candles, ...candles].reverse();
    expect(await market.history("BTC/USDT", "1m", START - 4 * MINUTE, 4)).toEqual(minutes);
  });

  it.each([
    [{ status: 429, retryAfterSeconds: 7 }, "DDoSProtection", 7000],
    [{ status: 418, retryAfterSeconds: 120 }, "DDoSProtection", 120_000],
    [{ status: 503 }, "ExchangeNotAvailable", undefined],
  ] as const)(
    "says market-unavailable when a request is answered %o",
    async (fault, reason, retryAfterMs) => {
      const { market, emulator } = await aDesk();
      await market.instruments();
      emulator.faults.failHttp("/fapi/v1/klines", fault);
      await expect(market.history("BTC/USDT", "1m", START - MINUTE, 1)).rejects.toMatchObject({
        code: "market-unavailable",
        retryable: true,
        args: { exchange: "binanceusdm", reason },
        retryAfterMs,
      });
    },
  );

  it("gives up a request that is never answered", async () => {
    const { market, emulator } = await aDesk({ requestTimeoutMs: 50 });
    await market.instruments();
    emulator.faults.failHttp("/fapi/v1/klines", { status: "hang" });
    await expect(market.history("BTC/USDT", "1m", START - MINUTE, 1)).rejects.toMatchObject({
      code: "market-unavailable",
      args: { reason: "RequestTimeout" },
    });
  });

  it("tries again to read the rules after they could not be read", async () => {
    const { market, emulator } = await aDesk();
    emulator.faults.failHttp("/fapi/v1/exchangeInfo", { status: 500 });
    await expect(market.instruments()).rejects.toMatchObject({ code: "market-unavailable" });
    expect(await market.instruments()).toHaveLength(2);
  });

  it("asks the exchange for nothing that it does not serve", async () => {
    const { market, emulator, follow } = await aDesk();
    emulator.market.seed("BTCUSDT", risingMinutes(START - 5 * MINUTE, 5));
    await market.history("BTC/USDT", "1m", START - 5 * MINUTE, 5);
    const followed = follow();
    await followed.subscribed();
    emulator.market.playMinute("BTCUSDT", { open: 105, high: 110, low: 100, close: 108 });
    emulator.market.advance(2000);
    await until(() => followed.candles().length === 1);
    await followed.stop();
    const refused = emulator.log.filter((entry) => entry.type === "http" && entry.status !== 200);
    expect(refused).toEqual([]);
    expect(new Set(emulator.log.flatMap((entry) => (entry.type === "http" ? [entry.path] : [])))).toEqual(
      new Set(["/fapi/v1/exchangeInfo", "/fapi/v1/time", "/fapi/v1/klines"]),
    );
  });
});

describe("the ccxt client of the desk", () => {
  it("has no address of a real server left when it is pointed at another", async () => {
    const server = { httpUrl: "http://127.0.0.1:1", wsUrl: "ws://127.0.0.1:1" };
    const options = { exchange: "binanceusdm", requestTimeoutMs: 100 };
    const real = await (await loadClientFactory(options))();
    expect(addressesOf(real.urls.api)).toContain("wss://fstream.binance.com/ws");
    const client = await (await loadClientFactory({ ...options, server }))();
    const addresses = addressesOf(client.urls.api);
    expect(addresses.length).toBe(addressesOf(real.urls.api).length);
    for (const address of addresses) expect(address).toMatch(/^(http|ws):\/\/127\.0\.0\.1:1\//);
  });

  it("is refused for an exchange that does not exist", async () => {
    const wait = async () => undefined;
    const clock = { now: () => START };
    for (const exchange of ["nonsense", "../binance", "BINANCE", ""]) {
      await expect(createCcxtMarket({ exchange, clock, wait })).rejects.toMatchObject({
        code: "config-invalid",
        args: { field: "market.exchange", value: exchange },
      });
    }
  });
});
