import { afterEach, describe, expect, it } from "vitest";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { candleFault } from "../../src/engine/candles/candle-check.ts";
import { timeframeMs } from "../../src/engine/candles/timeframe.ts";
import type { MarketData, MarketEvent } from "../../src/engine/ports/market-data.ts";

/** A market under test whose time passes by itself while it streams. */
export interface MarketUnderTest {
  readonly market: MarketData;
  /** A symbol that gives at least eight candles. */
  readonly symbol: string;
  /** The market's time, epoch ms. */
  now(): number;
  dispose?(): Promise<void>;
}

/** What every `MarketData` promises. */
export function describeMarketDataContract(name: string, create: () => Promise<MarketUnderTest>): void {
  describe(`${name} keeps the market data contract:`, () => {
    let current: MarketUnderTest | undefined;
    const start = async () => {
      current = await create();
      return current;
    };
    afterEach(async () => {
      await current?.dispose?.();
    });

    it("lists its instruments with positive steps", async () => {
      const { market, symbol } = await start();
      const found = (await market.instruments()).find((instrument) => instrument.symbol === symbol);
      expect(Number(found?.priceTick)).toBeGreaterThan(0);
      expect(Number(found?.quantityStep)).toBeGreaterThan(0);
    });

    it("streams closed, usable candles in rising order on its base timeframe", async () => {
      const { market, symbol, now } = await start();
      const length = timeframeMs(market.baseTimeframe);
      const candles = await streamed(market, symbol, 6, (candle) => {
        expect(candle.openTime + length).toBeLessThanOrEqual(now());
      });
      candles.forEach((candle, index) => {
        expect(candleFault(candle, candles[index - 1]?.openTime)).toBeUndefined();
        expect(candle.openTime % length).toBe(0);
      });
    });

    it("streams prices between the candles", async () => {
      const { market, symbol } = await start();
      const prices: number[] = [];
      await streamed(market, symbol, 3, undefined, (event) => {
        if (event.type === "price") prices.push(event.price);
      });
      expect(prices.length).toBeGreaterThan(0);
      expect(prices.every((price) => Number.isFinite(price) && price > 0)).toBe(true);
    });

    it("waits until an event was handled before it gives the next of the symbol", async () => {
      const { market, symbol } = await start();
      let busy = 0;
      let worst = 0;
      const stop = new AbortController();
      let seen = 0;
      await market.stream(
        [symbol],
        async () => {
          busy += 1;
          worst = Math.max(worst, busy);
          await new Promise((resolve) => setImmediate(resolve));
          busy -= 1;
          seen += 1;
          if (seen === 6) stop.abort();
        },
        stop.signal,
      );
      expect(worst).toBe(1);
    });

    it("gives the streamed candles again as history", async () => {
      const { market, symbol } = await start();
      const candles = await streamed(market, symbol, 5);
      const since = candles[0]?.openTime ?? 0;
      const { baseTimeframe } = market;
      expect(await market.history(symbol, baseTimeframe, since, 5)).toEqual(candles);
      expect(await market.history(symbol, baseTimeframe, since, 2)).toEqual(candles.slice(0, 2));
      expect(await market.history(symbol, baseTimeframe, since + 1, 3)).toEqual(candles.slice(1, 4));
    });

    it("gives no history of the future, nor of a symbol that it does not have", async () => {
      const { market, symbol, now } = await start();
      const { baseTimeframe } = market;
      expect(await market.history(symbol, baseTimeframe, now() + 10 * 86_400_000, 10)).toEqual([]);
      expect(await market.history("NOPE/USDT", baseTimeframe, 0, 10)).toEqual([]);
    });

    it("gives nothing to a stream that was stopped before it began", async () => {
      const { market, symbol } = await start();
      const events: MarketEvent[] = [];
      await market.stream([symbol], async (event) => void events.push(event), AbortSignal.abort());
      expect(events).toEqual([]);
    });

    it("ends the stream with the fault of its handler", async () => {
      const { market, symbol } = await start();
      const fault = new Error("handler");
      const handle = async () => {
        throw fault;
      };
      await expect(market.stream([symbol], handle, new AbortController().signal)).rejects.toBe(fault);
    });
  });
}

/** The first `count` candles of a new stream of one symbol. */
export async function streamed(
  market: MarketData,
  symbol: string,
  count: number,
  onCandle: (candle: Candle) => void = () => undefined,
  onEvent: (event: MarketEvent) => void = () => undefined,
): Promise<Candle[]> {
  const candles: Candle[] = [];
  const stop = new AbortController();
  await market.stream(
    [symbol],
    async (event) => {
      onEvent(event);
      if (event.type !== "candle" || candles.length === count) return;
      candles.push(event.candle);
      onCandle(event.candle);
      if (candles.length === count) stop.abort();
    },
    stop.signal,
  );
  return candles;
}
