import type { DeskMarket } from "../../src/app-market.ts";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { timeframeMs } from "../../src/engine/candles/timeframe.ts";
import type { Instrument } from "../../src/engine/instrument.ts";
import type { MarketEvent } from "../../src/engine/ports/market-data.ts";
import { closedCandles } from "../../src/exchange/closed-candles.ts";
import { createReplayClock } from "../../src/exchange/replay/replay-clock.ts";

const TIMEFRAME = "15m";
const SYMBOL = "BTC/USDT";
const INSTRUMENT: Instrument = {
  symbol: SYMBOL,
  kind: "crypto",
  priceTick: "0.1",
  quantityStep: "0.001",
  minQuantity: "0.001",
  minNotional: "5",
  makerFee: 0.0002,
  takerFee: 0.0005,
};

/** A market in which nothing happens but what the test makes happen; its time is that of its last event. */
export interface StagedMarket extends DeskMarket {
  /** Resolves as soon as the desk listens. */
  listened(): Promise<void>;
  /** The next candle of the past that was held back closes. */
  closeNext(): Promise<void>;
  /** A trade at this price, so many seconds after the last event. Resolves when the desk has taken it. */
  trade(price: number, afterSeconds?: number): Promise<void>;
  /** The candle that is forming closes as told: open, high, low, close. */
  close(prices: readonly [number, number, number, number]): Promise<void>;
}

type Handle = (event: MarketEvent) => Promise<void>;

/** `past` without its last candle is what the desk finds when it starts. */
export function createStagedMarket(past: readonly Candle[]): StagedMarket {
  const candles = past.slice(0, -1);
  const length = timeframeMs(TIMEFRAME);
  const clock = createReplayClock((candles.at(-1)?.openTime ?? 0) + length);
  let listen: (handle: Handle) => void = () => undefined;
  const listening = new Promise<Handle>((resolve) => {
    listen = resolve;
  });

  async function tell(event: MarketEvent, at: number): Promise<void> {
    clock.advanceTo(at);
    await (await listening)(event);
  }

  async function closeCandle(candle: Candle): Promise<void> {
    candles.push(candle);
    await tell({ type: "candle", symbol: SYMBOL, candle }, candle.openTime + length);
    await tell(
      { type: "price", symbol: SYMBOL, price: candle.close, at: candle.openTime + length },
      clock.now(),
    );
  }

  return {
    source: { kind: "exchange", name: "staged" },
    clock,
    symbols: [SYMBOL],
    data: {
      baseTimeframe: TIMEFRAME,
      instruments: async () => [INSTRUMENT],
      history: async (_symbol, wanted, sinceMs, limit) =>
        closedCandles(candles, TIMEFRAME, { timeframe: wanted, sinceMs, limit, nowMs: clock.now() }),
      stream: async (_symbols, handle, stop) => {
        listen(handle);
        await new Promise<void>((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));
      },
    },
    listened: async () => void (await listening),
    closeNext: async () => {
      const next = past[candles.length];
      if (next === undefined) throw new Error("the past has been told");
      await closeCandle(next);
    },
    trade: (price, afterSeconds = 20) => {
      const at = clock.now() + afterSeconds * 1000;
      return tell({ type: "price", symbol: SYMBOL, price, at }, at);
    },
    close: ([open, high, low, close]) =>
      closeCandle({
        openTime: (candles.at(-1)?.openTime ?? 0) + length,
        ...{ open, high, low, close },
        volume: 60,
      }),
  };
}
