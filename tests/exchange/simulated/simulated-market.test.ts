import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import type { MarketEvent } from "../../../src/engine/ports/market-data.ts";
import { createAcceleratedClock } from "../../../src/exchange/simulated/accelerated-clock.ts";
import { createSimulatedMarket } from "../../../src/exchange/simulated/simulated-market.ts";
import { describeMarketDataContract, streamed } from "../../contracts/market-data-contract.ts";
import { createManualClock } from "../manual-clock.ts";

const MINUTE = 60_000;
const TUESDAY = Date.UTC(2026, 5, 2, 12);

/** A market whose wall clock moves only by being waited for. */
function aMarket(startMs = TUESDAY, speed = 60) {
  const wall = createManualClock(0);
  const clock = createAcceleratedClock({ startMs, speed, wall });
  const wait = async (ms: number) => wall.set(wall.now() + ms);
  return { market: createSimulatedMarket({ seed: "test", clock, wait }), clock, wall };
}

describeMarketDataContract("the simulated market", async () => {
  const { market, clock } = aMarket();
  return { market, symbol: "BTC/USDT", now: clock.now };
});

describe("the simulated market", () => {
  it("tells open, both extremes and close of the minute before its candle", async () => {
    const { market, clock } = aMarket();
    const events: MarketEvent[] = [];
    const times: number[] = [];
    const candles = await streamed(market, "ETH/USDT", 2, undefined, (event) => {
      events.push(event);
      times.push(clock.now() - TUESDAY);
    });
    const prices = (from: number, until: number) =>
      events.slice(from, until).map((event) => (event.type === "price" ? event.price : Number.NaN));
    const told = (candle: Candle | undefined) =>
      candle &&
      (candle.close >= candle.open
        ? [candle.open, candle.low, candle.high, candle.close]
        : [candle.open, candle.high, candle.low, candle.close]);
    // The open at the very start of the clock counts as seen.
    expect(prices(0, 3)).toEqual(told(candles[0])?.slice(1));
    expect(prices(4, 8)).toEqual(told(candles[1]));
    expect(times).toEqual([17, 38, 57, 60, 60, 77, 98, 117, 120].map((seconds) => seconds * 1000));
  });

  it("takes a real second for a simulated minute at speed 60", async () => {
    const { market, wall } = aMarket();
    await streamed(market, "BTC/USDT", 10);
    expect(wall.now()).toBeCloseTo(10_000, 6);
  });

  it("gives several symbols in the order of time, candles before the next prices", async () => {
    const { market } = aMarket();
    const log: string[] = [];
    const stop = new AbortController();
    await market.stream(
      ["BTC/USDT", "EUR/USD"],
      async (event) => {
        const at = event.type === "price" ? event.at : event.candle.openTime + MINUTE;
        log.push(`${(at - TUESDAY) / 1000} ${event.symbol} ${event.type}`);
        if (log.length === 10) stop.abort();
      },
      stop.signal,
    );
    expect(log).toEqual([
      "17 BTC/USDT price",
      "17 EUR/USD price",
      "38 BTC/USDT price",
      "38 EUR/USD price",
      "57 BTC/USDT price",
      "57 EUR/USD price",
      "60 BTC/USDT candle",
      "60 EUR/USD candle",
      "60 BTC/USDT price",
      "60 EUR/USD price",
    ]);
  });

  it("goes on after a restart from the last time that was seen, as if it had never stopped", async () => {
    const straight = await streamed(aMarket().market, "BTC/USDT", 6);
    const first = aMarket();
    const before = await streamed(first.market, "BTC/USDT", 3);
    const second = aMarket(first.clock.now());
    const after = await streamed(second.market, "BTC/USDT", 3);
    expect([...before, ...after]).toEqual(straight);
  });

  it("stands still between streams, so that nothing is missed", async () => {
    const { market, clock, wall } = aMarket();
    const before = await streamed(market, "BTC/USDT", 2);
    wall.set(wall.now() + 3_600_000);
    expect(clock.now()).toBe(TUESDAY + 2 * MINUTE);
    const after = await streamed(market, "BTC/USDT", 1);
    expect(after[0]?.openTime).toBe((before[1]?.openTime ?? 0) + MINUTE);
  });

  it("skips the weekend of fx", async () => {
    const fridayEvening = Date.UTC(2026, 5, 5, 20, 58);
    const candles = await streamed(aMarket(fridayEvening).market, "EUR/USD", 3);
    expect(candles.map((candle) => new Date(candle.openTime).toISOString().slice(0, 16))).toEqual([
      "2026-06-05T20:58",
      "2026-06-05T20:59",
      "2026-06-07T21:00",
    ]);
  });

  it("ends at once without a known symbol", async () => {
    const { market } = aMarket();
    await market.stream(["NOPE/USDT"], async () => undefined, new AbortController().signal);
  });
});
