import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import type { MarketEvent } from "../../../src/engine/ports/market-data.ts";
import { createReplayClock } from "../../../src/exchange/replay/replay-clock.ts";
import { createReplayMarket } from "../../../src/exchange/replay/replay-market.ts";
import { describeMarketDataContract } from "../../contracts/market-data-contract.ts";
import { createFakeMarketData, eventsOf } from "../../fakes/market-data.ts";
import { risingMinutes } from "../candles.ts";
import { COIN } from "../instruments.ts";

const OTHER = { ...COIN, symbol: "OTHER/USDT" };
const MINUTE = 60_000;

function aReplay(series: Readonly<Record<string, readonly Candle[]>>, startMs = 0, candlesPerSecond = 0) {
  const clock = createReplayClock(startMs);
  const waits: number[] = [];
  const symbols = [COIN, OTHER]
    .filter(({ symbol }) => series[symbol])
    .map((instrument) => ({ instrument, candles: series[instrument.symbol] ?? [] }));
  const wait = async (ms: number) => void waits.push(ms);
  const market = createReplayMarket({ timeframe: "1m", symbols, clock, candlesPerSecond, wait });
  return { market, clock, waits };
}

function told(event: MarketEvent, now: number): string {
  return event.type === "price"
    ? `${now} ${event.symbol} price ${event.price}`
    : `${now} ${event.symbol} candle ${event.candle.openTime}`;
}

describeMarketDataContract("the replay market", async () => {
  const { market, clock } = aReplay({ [COIN.symbol]: risingMinutes(0, 20) });
  return { market, symbol: COIN.symbol, now: clock.now };
});

describeMarketDataContract("the fake market", async () => {
  const market = createFakeMarketData([COIN]);
  const minutes = risingMinutes(0, 20);
  for (const event of eventsOf(COIN.symbol, "1m", minutes)) market.emit(event);
  return { market, symbol: COIN.symbol, now: () => 20 * MINUTE };
});

describe("the replay market", () => {
  it("gives each candle's open as a price and then the candle, with the clock at that time", async () => {
    const { market, clock } = aReplay({ [COIN.symbol]: risingMinutes(0, 2) });
    const log: string[] = [];
    await market.stream(
      [COIN.symbol],
      async (event) => void log.push(told(event, clock.now())),
      new AbortController().signal,
    );
    expect(log).toEqual([
      "0 COIN/USDT price 100",
      "60000 COIN/USDT candle 0",
      "60000 COIN/USDT price 101",
      "120000 COIN/USDT candle 60000",
    ]);
  });

  it("interleaves symbols in the order of time, closes before opens", async () => {
    const { market, clock } = aReplay({
      [COIN.symbol]: risingMinutes(0, 2),
      [OTHER.symbol]: risingMinutes(MINUTE, 1),
    });
    const log: string[] = [];
    await market.stream(
      [COIN.symbol, OTHER.symbol],
      async (event) => void log.push(told(event, clock.now())),
      new AbortController().signal,
    );
    expect(log).toEqual([
      "0 COIN/USDT price 100",
      "60000 COIN/USDT candle 0",
      "60000 COIN/USDT price 101",
      "60000 OTHER/USDT price 100",
      "120000 COIN/USDT candle 60000",
      "120000 OTHER/USDT candle 60000",
    ]);
  });

  it("shows as history only what has closed at the clock's time, also of longer timeframes", async () => {
    const { market, clock } = aReplay({ [COIN.symbol]: risingMinutes(0, 12) }, 5 * MINUTE - 1);
    const opens = async (timeframe: "1m" | "5m" | "3m") =>
      (await market.history(COIN.symbol, timeframe, 0, 100)).map((candle) => candle.openTime / MINUTE);
    expect(await opens("1m")).toEqual([0, 1, 2, 3]);
    expect(await opens("5m")).toEqual([]);
    clock.advanceTo(5 * MINUTE);
    expect(await opens("1m")).toEqual([0, 1, 2, 3, 4]);
    expect(await market.history(COIN.symbol, "5m", 0, 100)).toEqual([
      { openTime: 0, open: 100, high: 106, low: 99, close: 105, volume: 50 },
    ]);
    clock.advanceTo(12 * MINUTE);
    expect(await opens("3m")).toEqual([0, 3, 6, 9]);
    expect((await market.history(COIN.symbol, "3m", MINUTE, 2)).map((candle) => candle.open)).toEqual([
      103, 106,
    ]);
  });

  it("has no history of a timeframe that its candles do not fill", async () => {
    const clock = createReplayClock(100 * MINUTE);
    const symbols = [{ instrument: COIN, candles: risingMinutes(0, 20) }];
    const wait = async () => undefined;
    const market = createReplayMarket({ timeframe: "5m", symbols, clock, candlesPerSecond: 0, wait });
    expect(await market.history(COIN.symbol, "3m", 0, 10)).toEqual([]);
    expect(await market.history(COIN.symbol, "1m", 0, 10)).toEqual([]);
  });

  it("starts at the clock and goes on where a stream was stopped", async () => {
    const { market } = aReplay({ [COIN.symbol]: risingMinutes(0, 6) }, 2 * MINUTE);
    const seen: number[] = [];
    const stop = new AbortController();
    const until = (count: number) => async (event: MarketEvent) => {
      if (event.type === "candle") seen.push(event.candle.openTime / MINUTE);
      if (seen.length === count) stop.abort();
    };
    await market.stream([COIN.symbol], until(2), stop.signal);
    expect(seen).toEqual([2, 3]);
    await market.stream([COIN.symbol], until(99), new AbortController().signal);
    expect(seen).toEqual([2, 3, 4, 5]);
  });

  it("waits between candles when it has a speed", async () => {
    const { market, waits } = aReplay({ [COIN.symbol]: risingMinutes(0, 3) }, 0, 4);
    await market.stream([COIN.symbol], async () => undefined, new AbortController().signal);
    expect(waits).toEqual([250, 250, 250]);
  });

  it("refuses candles that do not rise", () => {
    const [candle] = risingMinutes(0, 1);
    const twice = candle ? [candle, candle] : [];
    expect(() => aReplay({ [COIN.symbol]: twice })).toThrow(
      new RangeError("COIN/USDT: 0 does not rise after 0"),
    );
  });
});

describe("the replay clock", () => {
  it("never goes back", () => {
    const clock = createReplayClock(5);
    clock.advanceTo(3);
    expect(clock.now()).toBe(5);
    clock.advanceTo(9);
    expect(clock.now()).toBe(9);
  });
});
