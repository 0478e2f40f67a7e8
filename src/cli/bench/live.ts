import { setTimeout as pause } from "node:timers/promises";
import type { Candle } from "../../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import type { MarketData, MarketEvent } from "../../engine/ports.ts";
import { LiveEngine } from "../../jobs/live-engine.ts";
import { TradeExecution } from "../../jobs/trade-execution.ts";
import { TradingGate } from "../../jobs/trading-gate.ts";
import { shifted, startBenchDesk } from "./bench-desk.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { candleColumns } from "./candle-columns.ts";
import { cpuMs, figures, rssMb } from "./measure.ts";

const SYMBOLS = 500;
const TIMEFRAMES: readonly Timeframe[] = ["1m", "5m", "15m", "30m", "1h"];
const ROUNDS = 20;
const HOUR_MS = 3_600_000;
/** A time at which all five timeframes begin. */
const START_MS = Date.UTC(2024, 0, 3);
const PATTERNS = 20;

/**
 * Five hundred symbols whose candles of five timeframes close in the same minute: from the moment at which the last
 * message was read to the last decision of all. Messages are JSON texts that are parsed here;
 * sockets and the exchange's client are left out. The memory is that of the process with 1000 candles in each model.
 */
export async function benchLive({ symbols: count = SYMBOLS }: BenchOptions): Promise<BenchReport> {
  let now = START_MS;
  const desk = await startBenchDesk(count, { now: () => now }, { signals: { timeframes: TIMEFRAMES } });
  const symbols = [...desk.context.instruments.keys()];
  let tell: ((event: MarketEvent) => Promise<void>) | undefined;
  const market: MarketData = {
    baseTimeframe: "1m",
    instruments: async () => [...desk.context.instruments.values()],
    history: async (symbol, timeframe) => past(symbols.indexOf(symbol), timeframe),
    stream: (_symbols, handle, stop) => {
      tell = handle;
      return new Promise((resolve) => stop.addEventListener("abort", () => resolve()));
    },
  };
  const lastMs: number[] = [];
  const cpu: number[] = [];
  let decided = 0;
  let lastAt = 0;
  const engine = new LiveEngine(desk.context, market, new TradeExecution(desk.context, new TradingGate()), {
    warmUpCandles: 1000,
    onDecision: () => {
      decided += 1;
      lastAt = performance.now();
    },
  });
  try {
    const startedAt = performance.now();
    await engine.follow({ judged: symbols, watched: symbols });
    const warmUpMs = Math.round(performance.now() - startedAt);
    const roundMs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      now += HOUR_MS;
      const texts = symbols.map((symbol, index) => message(symbol, index, round));
      decided = 0;
      const readAt = performance.now();
      const cpuAt = cpuMs();
      const handled = texts.map((text) => tell?.(eventOf(text)));
      await pause(0);
      while (decided < count) await pause(0);
      cpu.push(cpuMs() - cpuAt);
      lastMs.push(lastAt - readAt);
      await Promise.all(handled);
      roundMs.push(performance.now() - readAt);
    }
    const { p99Ms: storedP99Ms } = figures(roundMs);
    return {
      name: "live",
      symbols: count,
      timeframes: TIMEFRAMES.length,
      closings: lastMs.length,
      ...figures(lastMs),
      cpuMedianMs: figures(cpu).medianMs,
      storedP99Ms,
      signals: engine.counts.signals,
      warmUpMs,
      rssMb: rssMb(),
    };
  } finally {
    await engine.stop();
    await desk.close();
  }
}

/** A few patterns serve all symbols: their candles differ, the memory that the models need does not. */
function past(index: number, timeframe: Timeframe): Candle[] {
  const series = candleColumns("walk", 1000, timeframe, 1 + (index % PATTERNS));
  const first = series.candle(0).openTime;
  return shifted(series, 0, 1000, START_MS - 1000 * timeframeMs(timeframe) - first);
}

const future = new Map<number, readonly Candle[]>();

/** The last minute of an hour, which closes a candle of each timeframe; the minutes before it had no trade. */
function message(symbol: string, index: number, round: number): string {
  const pattern = index % PATTERNS;
  let candles = future.get(pattern);
  if (candles === undefined) {
    const series = candleColumns("walk", 1000 + ROUNDS, "1h", 1 + pattern);
    const lastMinute = START_MS - series.candle(1000).openTime + HOUR_MS - timeframeMs("1m");
    candles = shifted(series, 1000, 1000 + ROUNDS, lastMinute);
    future.set(pattern, candles);
  }
  return JSON.stringify({ symbol, candle: candles[round] });
}

function eventOf(text: string): MarketEvent {
  const { symbol, candle } = JSON.parse(text) as { symbol: string; candle: Candle };
  return { type: "candle", symbol, candle };
}
