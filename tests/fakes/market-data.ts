import type { Candle } from "../../src/engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../src/engine/candles/timeframe.ts";
import type { Instrument } from "../../src/engine/instrument.ts";
import type { MarketData, MarketEvent } from "../../src/engine/ports/market-data.ts";

export interface FakeMarketData extends MarketData {
  /** Queues an event; a running stream gives it at once. A candle becomes history. */
  emit(event: MarketEvent): void;
  /** Resolves when every queued event has been handled. */
  idle(): Promise<void>;
  /** Ends the running streams after what is queued, as the end of a file does. */
  end(): void;
  /** History only: candles that were there before the stream. */
  store(symbol: string, candles: readonly Candle[]): void;
  /** Reads throw this while it is set. */
  failWith(error: Error | undefined): void;
}

/** A market that says what the test says. One stream at a time; higher timeframes have no history. */
export function createFakeMarketData(
  instruments: readonly Instrument[],
  baseTimeframe: Timeframe = "1m",
): FakeMarketData {
  const candles = new Map<string, Candle[]>();
  const queue: MarketEvent[] = [];
  let fault: Error | undefined;
  let ended = false;
  let busy = false;
  let wake = () => undefined as undefined;
  let quiet: Array<() => void> = [];
  const keep = (symbol: string, more: readonly Candle[]) => {
    candles.set(symbol, [...(candles.get(symbol) ?? []), ...more]);
  };
  const rest = async (stop: AbortSignal) => {
    for (const resolve of quiet.splice(0)) resolve();
    await new Promise<void>((resolve) => {
      wake = () => void resolve();
      stop.addEventListener("abort", () => resolve(), { once: true });
    });
  };
  return {
    baseTimeframe,
    emit: (event) => {
      queue.push(event);
      wake();
    },
    idle: async () => {
      if (queue.length > 0 || busy) await new Promise<void>((resolve) => quiet.push(resolve));
    },
    end: () => {
      ended = true;
      wake();
    },
    store: keep,
    failWith: (error) => {
      fault = error;
    },
    instruments: async () => {
      if (fault) throw fault;
      return instruments;
    },
    history: async (symbol, timeframe, sinceMs, limit) => {
      if (fault) throw fault;
      const known = timeframe === baseTimeframe ? (candles.get(symbol) ?? []) : [];
      return known.filter((candle) => candle.openTime >= sinceMs).slice(0, limit);
    },
    stream: async (symbols, handle, stop) => {
      while (!stop.aborted) {
        const event = queue.shift();
        if (!event && ended) break;
        if (!event) {
          await rest(stop);
          continue;
        }
        if (!symbols.includes(event.symbol)) continue;
        if (event.type === "candle") keep(event.symbol, [event.candle]);
        busy = true;
        await handle(event).finally(() => {
          busy = false;
        });
      }
      for (const resolve of quiet) resolve();
      quiet = [];
    },
  };
}

/** A price at the open and the candle, for each of `candles`. */
export function eventsOf(symbol: string, timeframe: Timeframe, candles: readonly Candle[]): MarketEvent[] {
  return candles.flatMap((candle): MarketEvent[] => [
    { type: "price", symbol, price: candle.open, at: candle.openTime },
    { type: "price", symbol, price: candle.close, at: candle.openTime + timeframeMs(timeframe) - 1 },
    { type: "candle", symbol, candle },
  ]);
}
