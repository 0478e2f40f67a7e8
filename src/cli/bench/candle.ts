import type { Timeframe } from "../../engine/candles/timeframe.ts";
import { detectorSettingsSchema } from "../../engine/detect/registry.ts";
import { MarketModel } from "../../engine/model/market-model.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { candleColumns } from "./candle-columns.ts";
import { rssMb } from "./measure.ts";

const TIMEFRAMES: readonly Timeframe[] = ["1m", "5m", "15m", "1h", "4h"];
const WARM_UP = 60_000;
const CANDLES = 60_000;

/** Time to take one closed 1m candle into a warm model of one symbol with five timeframes, in microseconds. */
export async function benchCandle(options: BenchOptions): Promise<BenchReport> {
  const candles = options.candles ?? CANDLES;
  const market = candleColumns("walk", WARM_UP + candles, "1m");
  const settings = detectorSettingsSchema.parse({});
  const model = new MarketModel({
    symbol: "BTC/USDT",
    baseTimeframe: "1m",
    timeframes: TIMEFRAMES,
    settings,
    strategies: [],
  });
  for (let index = 0; index < WARM_UP; index += 1) model.push(market.candle(index));
  const times = new Float64Array(candles);
  for (let index = 0; index < candles; index += 1) {
    const candle = market.candle(WARM_UP + index);
    const start = performance.now();
    model.push(candle);
    times[index] = (performance.now() - start) * 1000;
  }
  times.sort();
  const micros = (share: number): number => {
    return Math.round((times[Math.ceil(candles * share) - 1] ?? 0) * 100) / 100;
  };
  return {
    name: "candle",
    candles,
    timeframes: TIMEFRAMES.length,
    events: model.detectionCount,
    medianMicros: micros(0.5),
    p95Micros: micros(0.95),
    p99Micros: micros(0.99),
    maxMicros: micros(1),
    rssMb: rssMb(),
  };
}
