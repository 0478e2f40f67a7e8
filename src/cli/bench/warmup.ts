import type { Timeframe } from "../../engine/candles/timeframe.ts";
import { createCcxtMarket } from "../../exchange/ccxt/ccxt-market.ts";
import { timerWait } from "../../exchange/wait.ts";
import { LiveEngine } from "../../jobs/live-engine.ts";
import { TradeExecution } from "../../jobs/trade-execution.ts";
import { TradingGate } from "../../jobs/trading-gate.ts";
import { wallClock } from "../../wall-clock.ts";
import { startBenchDesk } from "./bench-desk.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { cpuMs, rssMb } from "./measure.ts";
import { ALLOWED_WEIGHT, startWeighedExchange } from "./weighed-exchange.ts";

/** Two minutes; `--symbols 500` takes the seven that a whole universe does. */
const SYMBOLS = 150;
const TIMEFRAMES: readonly Timeframe[] = ["1m", "5m", "15m", "30m", "1h"];
const MINUTE_MS = 60_000;

/**
 * The first warm-up of symbols of which nothing is stored, with the real client against Binance's candles on loopback,
 * which weighs requests as the exchange does and refuses what is too much. What its budget allows is the time in which
 * the same requests would use all of it; `overBudgetPercent` is how much longer it took.
 */
export async function benchWarmup({ symbols: count = SYMBOLS }: BenchOptions): Promise<BenchReport> {
  const exchange = await startWeighedExchange(count);
  const desk = await startBenchDesk(count, wallClock, { signals: { timeframes: TIMEFRAMES } });
  const symbols = [...desk.context.instruments.keys()];
  const market = await createCcxtMarket({
    exchange: "binanceusdm",
    clock: wallClock,
    wait: timerWait,
    server: exchange,
  });
  const execution = new TradeExecution(desk.context, new TradingGate());
  const engine = new LiveEngine(desk.context, market, execution, { warmUpCandles: 1000 });
  try {
    // The list of symbols is read before, as when a desk starts.
    await market.instruments();
    const startedAt = performance.now();
    const cpuAt = cpuMs();
    await engine.follow({ judged: symbols, watched: [] });
    const tookMs = performance.now() - startedAt;
    const { requests, weight, refused, heaviestMinute } = exchange.counts;
    const allowedMs = (weight / ALLOWED_WEIGHT) * MINUTE_MS;
    return {
      name: "warmup",
      symbols: engine.judged.length,
      requests,
      refused,
      weight,
      heaviestMinute,
      allowedSeconds: oneDecimal(allowedMs / 1000),
      seconds: oneDecimal(tookMs / 1000),
      overBudgetPercent: oneDecimal(100 * (tookMs / allowedMs - 1)),
      cpuMs: Math.round(cpuMs() - cpuAt),
      rssMb: rssMb(),
    };
  } finally {
    await engine.stop();
    await desk.close();
    await exchange.close();
  }
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
