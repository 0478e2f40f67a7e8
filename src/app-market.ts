import { resolve } from "node:path";
import type { Logger } from "pino";
import type { MarketConfig } from "./config/boot-config.ts";
import type { Candle } from "./engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "./engine/candles/timeframe.ts";
import { DeskError } from "./engine/errors.ts";
import type { Instrument } from "./engine/instrument.ts";
import type { MarketSource } from "./engine/ports/control.ts";
import type { Clock, MarketData } from "./engine/ports.ts";
import { candlesAt } from "./exchange/candles-at.ts";
import { createCcxtMarket } from "./exchange/ccxt/ccxt-market.ts";
import { marketTypeOf } from "./exchange/ccxt/venues/venue-table.ts";
import { readCandlesCsv } from "./exchange/csv-file.ts";
import { fileInstrument } from "./exchange/replay/file-instrument.ts";
import { createReplayClock } from "./exchange/replay/replay-clock.ts";
import { createReplayMarket } from "./exchange/replay/replay-market.ts";
import { createAcceleratedClock } from "./exchange/simulated/accelerated-clock.ts";
import { createSimulatedMarket } from "./exchange/simulated/simulated-market.ts";
import { timerWait } from "./exchange/wait.ts";
import type { Stores } from "./store/stores.ts";
import { wallClock } from "./wall-clock.ts";

/** A source of candles together with the time it lives in. */
export interface DeskMarket {
  /** Shown in `/status`. */
  readonly source: MarketSource;
  readonly data: MarketData;
  readonly clock: Clock;
  /** What the desk follows of it. */
  readonly symbols: readonly string[];
}

export interface MarketParts {
  readonly root: string;
  readonly stores: Stores;
  readonly log: Logger;
  /** The desk has an account at the market's exchange. */
  readonly isLive: boolean;
}

/** The market that the configuration names. Throws `DeskError` when its file or exchange cannot be read. */
export async function createMarket(config: MarketConfig, parts: MarketParts): Promise<DeskMarket> {
  switch (config.kind) {
    case "simulated":
      return simulated(config, parts);
    case "replay":
      return replayed(config, parts);
    case "ccxt":
      return exchange(config, parts);
  }
}

export interface HistoryMarket {
  readonly name: string;
  readonly data: MarketData;
  /** Its candles end here. */
  readonly now: number;
}

/** A market that is only asked for its past. A file is its own history and is refused. */
export async function historyMarket(config: MarketConfig, log: Logger): Promise<HistoryMarket> {
  const now = wallClock.now();
  switch (config.kind) {
    case "simulated": {
      const clock = createAcceleratedClock({ startMs: now, speed: 1, wall: wallClock });
      const seed = String(config.seed);
      const data = createSimulatedMarket({ seed, clock, wait: timerWait });
      return { name: `simulated-${seed}`, data, now };
    }
    case "replay":
      throw new DeskError("config-invalid", { source: "market", faults: "a file has no history to fetch" });
    case "ccxt": {
      const { data } = await exchange(config, { log, isLive: false });
      return { name: config.exchange, data, now };
    }
  }
}

type Kind<K extends MarketConfig["kind"]> = Extract<MarketConfig, { kind: K }>;

async function simulated(
  { seed, speed, symbols, startAt }: Kind<"simulated">,
  { stores }: MarketParts,
): Promise<DeskMarket> {
  const startMs =
    (await lastSeenAt(symbols, stores)) ?? (startAt === undefined ? wallClock.now() : Date.parse(startAt));
  const clock = createAcceleratedClock({ startMs, speed, wall: wallClock });
  const data = createSimulatedMarket({ seed: String(seed), clock, wait: timerWait });
  return { source: { kind: "simulated" }, data, clock, symbols };
}

/** The newest `count` 1m candles of a simulated symbol before a fixed instant: the same on every machine. */
export async function simulatedCandles(symbol: string, count: number): Promise<readonly Candle[]> {
  const until = Date.UTC(2026, 0, 5);
  const clock = createReplayClock(until);
  const accelerated = createAcceleratedClock({ startMs: until, speed: 1, wall: clock });
  const market = createSimulatedMarket({ seed: "bench", clock: accelerated, wait: timerWait });
  return market.history(
    symbol,
    market.baseTimeframe,
    until - count * timeframeMs(market.baseTimeframe),
    count,
  );
}

async function replayed(config: Kind<"replay">, { root, stores, log }: MarketParts): Promise<DeskMarket> {
  const csv = await readCandlesCsv(resolve(root, config.file));
  if (csv.firstFault) log.warn({ ...csv.firstFault, quarantined: csv.quarantined }, "bad rows left out");
  const startAt = await lastSeenAt([config.symbol], stores);
  const candles = candlesAt(config.timeframe, csv.candles, config.file);
  return replayMarket({ ...config, candles, ...(startAt !== undefined && { startAt }) });
}

export interface ReplayedFile {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly candles: readonly Candle[];
  readonly candlesPerSecond: number;
  /** Where an earlier run stopped. */
  readonly startAt?: number;
}

/** Candles of a file as a market whose time is theirs. */
export function replayMarket(file: ReplayedFile): DeskMarket {
  const { symbol, timeframe, candles, candlesPerSecond } = file;
  const clock = createReplayClock(file.startAt ?? candles[0]?.openTime ?? 0);
  const data = createReplayMarket({
    timeframe,
    symbols: [{ instrument: fileInstrument(symbol, candles), candles }],
    clock,
    candlesPerSecond,
    wait: timerWait,
  });
  return { source: { kind: "replay", symbol, timeframe }, data, clock, symbols: [symbol] };
}

async function exchange(
  { exchange: name, symbols }: Kind<"ccxt">,
  { log, isLive }: Pick<MarketParts, "log" | "isLive">,
): Promise<DeskMarket> {
  const marketType = marketTypeOf(name);
  const data = await createCcxtMarket({
    exchange: name,
    ...(marketType && { marketType }),
    besideAccount: isLive,
    clock: wallClock,
    wait: timerWait,
    onQuarantine: (candle) => log.warn(candle, "a bad candle was put aside"),
    onDifference: (candle) => log.warn(candle, "a candle was judged otherwise than the exchange stored it"),
  });
  return { source: { kind: "exchange", name }, data, clock: wallClock, symbols };
}

/** Market time up to which an earlier run of this desk saw prices. */
async function lastSeenAt(symbols: readonly string[], stores: Stores): Promise<number | undefined> {
  const prices = await Promise.all(symbols.map((symbol) => stores.candles.price(symbol)));
  const times = prices.flatMap((price) => (price ? [price.at] : []));
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** Rules of the symbols that the desk follows. Throws `DeskError` `config-invalid` naming those that are unknown. */
export async function followedInstruments({ data, symbols }: DeskMarket): Promise<readonly Instrument[]> {
  const known = new Map((await data.instruments()).map((instrument) => [instrument.symbol, instrument]));
  const unknown = symbols.filter((symbol) => !known.has(symbol));
  if (unknown.length > 0) {
    const faults = `market.symbols: unknown ${unknown.join(", ")}; known: ${[...known.keys()].slice(0, 20).join(", ")}`;
    throw new DeskError("config-invalid", { source: "market", faults });
  }
  return symbols.flatMap((symbol) => known.get(symbol) ?? []);
}
