import { setTimeout as pause } from "node:timers/promises";
import type { Candle } from "../../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import type { MarketData, MarketEvent } from "../../engine/ports.ts";
import { LiveEngine } from "../../jobs/live-engine.ts";
import { TradeExecution } from "../../jobs/trade-execution.ts";
import { TradingGate } from "../../jobs/trading-gate.ts";
import { startBenchDesk } from "./bench-desk.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { createMinuteMarket } from "./live-market.ts";
import { cpuMs, figures, rssMb } from "./measure.ts";

const SYMBOLS = 500;
const TIMEFRAMES: readonly Timeframe[] = ["1m", "5m", "15m", "30m", "1h"];
/** Also those that are only looked at for the direction of the others. */
const FOLLOWED: readonly Timeframe[] = [...TIMEFRAMES, "4h"];
const HOURS = 8;
const HOUR_MS = timeframeMs("1h");
const MINUTE_MS = timeframeMs("1m");
/** A time at which all five timeframes begin. */
const START_MS = Date.UTC(2024, 0, 3);
const PATTERNS = 20;

/**
 * Five hundred symbols whose candles of five timeframes close in the same minute: from the moment at which the last
 * message was read to the last decision of all. Messages are JSON texts that are parsed here; sockets and the
 * exchange's client are left out. The models are warmed up anew a minute before each hour ends: so candles of every
 * timeframe are made of minutes of their own size, and not all of these have to be played. The memory is that of the
 * process after the first of these closings, with 1000 candles of each timeframe in each model.
 */
export async function benchLive({ symbols: count = SYMBOLS }: BenchOptions): Promise<BenchReport> {
  let now = START_MS;
  const desk = await startBenchDesk(count, { now: () => now }, { signals: { timeframes: TIMEFRAMES } });
  const symbols = [...desk.context.instruments.keys()];
  const feed = createFeed(symbols, () => now);
  const decided = { count: 0, lastAt: 0 };
  const engine = new LiveEngine(
    desk.context,
    feed.market,
    new TradeExecution(desk.context, new TradingGate()),
    {
      warmUpCandles: 1000,
      onDecision: () => {
        decided.count += 1;
        decided.lastAt = performance.now();
      },
    },
  );
  const taken = {
    lastMs: [] as number[],
    cpu: [] as number[],
    storedMs: [] as number[],
    warmUpMs: [] as number[],
  };
  let steadyRssMb = 0;
  try {
    for (let hour = 1; hour <= HOURS; hour += 1) {
      now = START_MS + hour * HOUR_MS - MINUTE_MS;
      const startedAt = performance.now();
      await engine.follow({ judged: [], watched: [] });
      await engine.follow({ judged: symbols, watched: symbols });
      taken.warmUpMs.push(performance.now() - startedAt);
      const texts = feed.minute(now);
      now += MINUTE_MS;
      decided.count = 0;
      const readAt = performance.now();
      const cpuAt = cpuMs();
      const handled = texts.map((text) => feed.tell(text));
      await pause(0);
      while (decided.count < count) await pause(0);
      taken.cpu.push(cpuMs() - cpuAt);
      taken.lastMs.push(decided.lastAt - readAt);
      await Promise.all(handled);
      taken.storedMs.push(performance.now() - readAt);
      steadyRssMb ||= rssMb();
    }
    return {
      name: "live",
      symbols: count,
      timeframes: TIMEFRAMES.length,
      closings: HOURS,
      ...figures(taken.lastMs),
      cpuMedianMs: figures(taken.cpu).medianMs,
      storedP99Ms: figures(taken.storedMs).p99Ms,
      signals: engine.counts.signals,
      warmUpMedianMs: figures(taken.warmUpMs).medianMs,
      rssMb: steadyRssMb,
    };
  } finally {
    await engine.stop();
    await desk.close();
  }
}

/** A market whose past is there, and whose minutes come as messages when they are told. */
function createFeed(symbols: readonly string[], now: () => number) {
  const patternOf = new Map(symbols.map((symbol, at) => [symbol, at % PATTERNS]));
  const minutes = createMinuteMarket(Math.min(PATTERNS, symbols.length), FOLLOWED, START_MS, HOURS);
  let handle: (event: MarketEvent) => Promise<void> = async () => undefined;
  const market: MarketData = {
    baseTimeframe: "1m",
    instruments: async () => [],
    history: async (symbol, timeframe, since, limit) => {
      const past = minutes.past(patternOf.get(symbol) ?? 0, timeframe, now(), limit);
      return past.filter(({ openTime }) => openTime >= since);
    },
    stream: (_symbols, take, stop) => {
      handle = take;
      return new Promise((resolve) => stop.addEventListener("abort", () => resolve()));
    },
  };
  return {
    market,
    /** Messages of the minute that begins at `openTime`. */
    minute: (openTime: number) =>
      symbols.map((symbol) => {
        const candle = minutes.minute(patternOf.get(symbol) ?? 0, openTime);
        return JSON.stringify({ symbol, candle });
      }),
    tell: (text: string) => {
      const { symbol, candle } = JSON.parse(text) as { symbol: string; candle: Candle };
      return handle({ type: "candle", symbol, candle });
    },
  };
}
