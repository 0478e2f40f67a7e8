import { aggregateCandles } from "../../engine/candles/aggregate.ts";
import type { Candle } from "../../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import { TimeZones } from "../../engine/clock/time-zone.ts";
import { contextTimeframes } from "../../engine/model/higher-timeframe.ts";
import { MarketModel } from "../../engine/model/market-model.ts";
import type { MarketData, MarketEvent } from "../../engine/ports.ts";
import { settingsSchema } from "../../engine/settings/settings.ts";
import type { Signal } from "../../engine/signal.ts";
import { createStrategies } from "../../engine/strategy/registry.ts";
import { instrumentOf } from "./bench-desk.ts";
import { candleStream } from "./candle-columns.ts";

const MINUTE_MS = timeframeMs("1m");
const HOUR_MS = timeframeMs("1h");
const PLAYED = 4000;
/** More seeds than ever needed: about every second one has a setup that survives. */
const MOST_SEEDS = 1000;

/** Symbols whose candles of one timeframe all decide a setup at the same instant. */
export interface ClosingMarket {
  readonly data: MarketData;
  readonly symbols: readonly string[];
  /** Tells the minute that closes at the instant, of all symbols at once; resolves when all are handled. */
  close(): Promise<void>;
}

/** `count` symbols with a setup on `timeframe` at `at`, which is a full hour. */
export function createClosingMarket(count: number, timeframe: Timeframe, at: number): ClosingMarket {
  const minutesOf = new Map<string, readonly Candle[]>();
  for (let seed = 1; minutesOf.size < count; seed += 1) {
    if (seed > MOST_SEEDS) throw new RangeError(`only ${minutesOf.size} of ${count} symbols have a setup`);
    const minutes = decidingMinutes(seed, timeframe, at);
    if (minutes !== undefined) minutesOf.set(`C${minutesOf.size}/USDT`, minutes);
  }
  let handle: (event: MarketEvent) => Promise<void> = async () => undefined;
  const data: MarketData = {
    baseTimeframe: "1m",
    instruments: async () => [...minutesOf.keys()].map((_, index) => instrumentOf(index)),
    history: async (symbol, wanted, since, limit) => {
      const known = minutesOf.get(symbol)?.slice(0, -1) ?? [];
      const candles = wanted === "1m" ? known : aggregateCandles(known, "1m", wanted);
      return candles.filter(({ openTime }) => openTime >= since).slice(-limit);
    },
    stream: (_symbols, take, stop) => {
      handle = take;
      return new Promise((resolve) => stop.addEventListener("abort", () => resolve()));
    },
  };
  const close = async (): Promise<void> => {
    const events = [...minutesOf].flatMap(([symbol, minutes]): MarketEvent[] => {
      const candle = minutes.at(-1);
      return candle === undefined ? [] : [{ type: "candle", symbol, candle }];
    });
    await Promise.all(events.map((event) => handle(event)));
  };
  return { data, symbols: [...minutesOf.keys()], close };
}

/** The minutes of a walk up to a setup; the setup is still there when they are moved to `at`. */
function decidingMinutes(seed: number, timeframe: Timeframe, at: number): readonly Candle[] | undefined {
  const walk = [...candleStream("walk", PLAYED, "1m", at - PLAYED * MINUTE_MS, seed)];
  const found = signalsOf(walk, timeframe).findLast(({ knownAt }) => (at - knownAt) % HOUR_MS === 0);
  if (found === undefined) return undefined;
  const minutes = walk
    .filter(({ openTime }) => openTime < found.knownAt)
    .map((candle) => ({ ...candle, openTime: candle.openTime + at - found.knownAt }));
  // Kill zones and days lie elsewhere now.
  return signalsOf(minutes, timeframe).some(({ knownAt }) => knownAt === at) ? minutes : undefined;
}

function signalsOf(minutes: readonly Candle[], timeframe: Timeframe): readonly Signal[] {
  const settings = settingsSchema.parse({});
  const model = new MarketModel({
    symbol: "A",
    baseTimeframe: "1m",
    timeframes: [timeframe],
    contextTimeframes: contextTimeframes([timeframe], "1m"),
    settings: settings.detectors,
    strategies: createStrategies(settings),
    keep: 1000,
    timeZones: new TimeZones(),
  });
  return minutes.flatMap((candle) => model.push(candle));
}
