import { z } from "zod";
import { describeFault } from "../fault-text.ts";
import { parseArguments, UsageError } from "./arguments.ts";
import type { BenchOptions, BenchReport } from "./bench/benchmark.ts";
import { benchBurst } from "./bench/burst.ts";
import { benchCandle } from "./bench/candle.ts";
import { benchChart } from "./bench/chart.ts";
import { benchDetect } from "./bench/detect.ts";
import { benchLedger } from "./bench/ledger.ts";
import { benchLive } from "./bench/live.ts";
import { benchLoop } from "./bench/loop.ts";
import { benchProtect } from "./bench/protect.ts";
import { benchRedisBack } from "./bench/redis-back.ts";
import { benchRestart } from "./bench/restart.ts";
import { benchScan } from "./bench/scan.ts";
import { benchStorm } from "./bench/storm.ts";
import { benchSubmits } from "./bench/submits.ts";
import { benchTap } from "./bench/tap.ts";
import { benchTaps } from "./bench/taps.ts";
import { benchWarmup } from "./bench/warmup.ts";

const optionsSchema = z.strictObject({
  candles: z.coerce.number().int().min(1000).max(10_000_000).optional(),
  symbols: z.coerce.number().int().min(1).max(5000).optional(),
  taps: z.coerce.number().int().min(20).max(100_000).optional(),
  updates: z.coerce.number().int().min(1000).max(10_000_000).optional(),
  trades: z.coerce.number().int().min(1).max(100_000).optional(),
  runs: z.coerce.number().int().min(1).max(1000).optional(),
  json: z.boolean().default(false),
});

/** Every benchmark by its name; each file says what it measures. */
const BENCHMARKS: Readonly<Record<string, (options: BenchOptions) => Promise<BenchReport>>> = {
  burst: benchBurst,
  detect: benchDetect,
  candle: benchCandle,
  chart: benchChart,
  live: benchLive,
  loop: benchLoop,
  ledger: benchLedger,
  protect: benchProtect,
  "redis-back": benchRedisBack,
  restart: benchRestart,
  scan: benchScan,
  storm: benchStorm,
  submits: benchSubmits,
  tap: benchTap,
  taps: benchTaps,
  warmup: benchWarmup,
};

await main();

async function main(): Promise<void> {
  try {
    const { options, positionals } = parseArguments(process.argv.slice(2), optionsSchema, ["json"]);
    const names = Object.keys(BENCHMARKS).join(", ");
    const run = positionals.length === 1 ? BENCHMARKS[positionals[0] ?? ""] : undefined;
    if (run === undefined) throw new UsageError(`name one benchmark: ${names}`);
    const tell = (line: string) => void process.stderr.write(`${line}\n`);
    const report = await run({ ...options, tell });
    process.stdout.write(`${options.json ? JSON.stringify(report) : listed(report)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof UsageError ? error.message : describeFault(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

function listed(report: BenchReport): string {
  return Object.entries(report)
    .map(([key, value]) => `${key}: ${value}`)
    .join("\n");
}
