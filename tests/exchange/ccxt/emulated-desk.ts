import { vi } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import type { DeskError } from "../../../src/engine/errors.ts";
import type { MarketEvent } from "../../../src/engine/ports/market-data.ts";
import type { QuarantinedCandle } from "../../../src/exchange/ccxt/candle-judge.ts";
import { type CcxtMarketOptions, createCcxtMarket } from "../../../src/exchange/ccxt/ccxt-market.ts";
import type { Wait } from "../../../src/exchange/wait.ts";
import {
  type BinanceEmulator,
  type BinanceEmulatorOptions,
  startBinanceEmulator,
} from "../../emulators/binance/binance-emulator.ts";

export const START = Date.UTC(2026, 5, 1, 12);
export const MINUTE = 60_000;

/** A market over the real ccxt client and the emulated Binance; the emulator's script is the only time. */
export async function anEmulatedDesk(
  change: Partial<CcxtMarketOptions> = {},
  emulated: Partial<BinanceEmulatorOptions> = {},
) {
  const emulator = await startBinanceEmulator({ startMs: START, ...emulated });
  const quarantined: QuarantinedCandle[] = [];
  const faults: DeskError[] = [];
  const market = await createCcxtMarket({
    exchange: "binanceusdm",
    clock: emulator.market,
    wait: virtualWait(emulator),
    requestTimeoutMs: 2000,
    onQuarantine: (candle) => quarantined.push(candle),
    onFault: (fault) => faults.push(fault),
    server: emulator,
    ...change,
  });
  return {
    emulator,
    market,
    quarantined,
    faults,
    follow: (symbols?: readonly string[]) => follow(market, symbols),
  };

  function follow(source: typeof market, symbols: readonly string[] = ["BTC/USDT"]) {
    const events: MarketEvent[] = [];
    const stop = new AbortController();
    const ended = source.stream(symbols, async (event) => void events.push(event), stop.signal);
    return {
      events,
      candles: (symbol = "BTC/USDT"): Candle[] =>
        events.flatMap((event) => (event.type === "candle" && event.symbol === symbol ? [event.candle] : [])),
      prices: (): number[] => events.flatMap((event) => (event.type === "price" ? [event.price] : [])),
      /** Resolves when the emulator has the subscriptions of all symbols. */
      subscribed: () => until(() => openSubscriptions(emulator) >= symbols.length),
      stop: async () => {
        stop.abort();
        await ended;
      },
    };
  }
}

/** Waits that end when the emulator's time has come. */
export function virtualWait(emulator: Pick<BinanceEmulator, "market">): Wait {
  return (ms, stop) =>
    new Promise((resolve) => {
      const due = emulator.market.now() + ms;
      if (ms <= 0 || stop.aborted) return resolve();
      stop.addEventListener("abort", () => resolve(), { once: true });
      emulator.market.onTime((now) => {
        if (now >= due) resolve();
      });
    });
}

/** Subscriptions on sockets that were opened after the last one was closed. */
export function openSubscriptions(emulator: BinanceEmulator): number {
  const lastClosed = emulator.log.findLastIndex((entry) => entry.type === "socket-closed");
  return emulator.log
    .slice(lastClosed + 1)
    .filter((entry) => entry.type === "socket-request" && entry.method === "SUBSCRIBE").length;
}

/** Lets the sockets of both sides work until a condition holds; throws after five seconds. */
export async function until(holds: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!holds()) throw new Error(`never came true: ${holds.toString()}`);
    },
    { timeout: 5000, interval: 1 },
  );
}
