import { availableParallelism } from "node:os";
import { type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import { contextTimeframes } from "../../engine/model/higher-timeframe.ts";
import { createScans } from "../../jobs/create-scans.ts";
import { createJudgeThreads } from "../../jobs/judge-threads/judge-threads.ts";
import { shifted, startBenchDesk } from "./bench-desk.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { candleColumns } from "./candle-columns.ts";
import { cpuMs, figures, rssMb } from "./measure.ts";

const SYMBOLS = 500;
const CANDLES = 1000;
const TIMEFRAME: Timeframe = "15m";
const SCANS = 12;
const JOBS = 300;
const PATTERNS = 20;

/**
 * From the command to the ranked result over candles that are in the store already (those of the higher timeframe too), with jobs and worker in this one
 * process and its threads, which the first scan has to start; and what the job queue adds: the way of a job that does nothing to its worker and back.
 */
export async function benchScan({ symbols = SYMBOLS }: BenchOptions): Promise<BenchReport> {
  const now = Date.UTC(2024, 0, 20);
  const desk = await startBenchDesk(symbols, { now: () => now }, {});
  const { context, queues, stores } = desk;
  const names = [...context.instruments.keys()];
  const market = { history: async () => [] };
  const judges = createJudgeThreads(availableParallelism());
  const { judge } = judges;
  const { scans, handlers } = createScans(context, queues, { claims: stores.scanClaims, market, judge });
  const work = handlers["scan-symbols"];
  try {
    for (const [index, symbol] of names.entries()) {
      for (const timeframe of [TIMEFRAME, ...contextTimeframes([TIMEFRAME], TIMEFRAME)]) {
        const series = candleColumns("walk", CANDLES, timeframe, 1 + (index % PATTERNS));
        const shift = now - CANDLES * timeframeMs(timeframe) - series.candle(0).openTime;
        await context.candles.append(symbol, timeframe, shifted(series, 0, CANDLES, shift));
      }
    }
    queues.work({
      "scan-symbols": async (payload) => (payload.symbols.length === 0 ? EMPTY : work?.(payload)),
    });
    const scanMs: number[] = [];
    const cpu: number[] = [];
    let found = 0;
    for (let scan = 0; scan < SCANS; scan += 1) {
      const startedAt = performance.now();
      const cpuAt = cpuMs();
      const report = await scans.begin({ symbols: names, timeframes: [TIMEFRAME], askedBy: "person" }).done;
      scanMs.push(performance.now() - startedAt);
      cpu.push(cpuMs() - cpuAt);
      found = report.rows.length;
    }
    const jobMs: number[] = [];
    for (let job = 0; job < JOBS; job += 1) {
      const startedAt = performance.now();
      await queues.ask("scan-symbols", { scanId: "bench", symbols: [], timeframes: [] }, 10_000);
      jobMs.push(performance.now() - startedAt);
    }
    const { medianMs: jobMedianMs, p99Ms: jobP99Ms } = figures(jobMs);
    return {
      name: "scan",
      symbols,
      candles: CANDLES,
      firstMs: Math.round(scanMs[0] ?? 0),
      ...figures(scanMs),
      cpuMedianMs: figures(cpu).medianMs,
      found,
      jobMedianMs,
      jobP99Ms,
      rssMb: rssMb(),
    };
  } finally {
    await judges.close();
    await desk.close();
  }
}

const EMPTY = { rows: [], scanned: 0, failed: [], elapsedMs: 0 };
