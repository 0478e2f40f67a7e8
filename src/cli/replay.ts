import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { z } from "zod";
import { isTimeframe, type Timeframe } from "../engine/candles/timeframe.ts";
import { DeskError } from "../engine/errors.ts";
import { describeFault } from "../fault-text.ts";
import { messageOf, parseArguments, UsageError } from "./arguments.ts";
import { replayFile } from "./replay-file.ts";
import type { ReplayResult } from "./replay-result.ts";

const optionsSchema = z.strictObject({
  symbol: z.string().regex(/^[A-Z0-9.]+\/[A-Z0-9.]+$/, "a symbol looks like EUR/USD"),
  timeframe: z.string().refine(isTimeframe, "one of 1m 3m 5m 15m 30m 1h 4h 1d"),
  approve: z.enum(["all", "none"]).default("all"),
  charts: z.string().min(1).optional(),
  settings: z.string().min(1).optional(),
  json: z.boolean().default(false),
});

const USAGE =
  "replay FILE.csv --symbol EUR/USD --timeframe 15m [--approve all|none] [--charts FOLDER] [--settings FILE.json] [--json]";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

await main();

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "killzone-replay-"));
  try {
    if (process.argv.length <= 2) throw new UsageError(USAGE);
    const { options, positionals } = parseArguments(process.argv.slice(2), optionsSchema, ["json"]);
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0)
      throw new UsageError("name one CSV file: replay FILE.csv --symbol ...");
    const result = await replayFile({
      root,
      dataDir,
      file,
      symbol: options.symbol,
      timeframe: options.timeframe as Timeframe,
      approve: options.approve,
      chartsDir: options.charts,
      settings: options.settings === undefined ? {} : readSettings(options.settings),
      log: pino({ level: process.env.LOG_LEVEL ?? "error" }, pino.destination(2)),
      onNotice: (text) => process.stderr.write(`${text}\n`),
    });
    process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${table(basename(file), result)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof UsageError ? error.message : describeFault(error)}\n`);
    process.exitCode = isInputFault(error) ? 2 : 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function readSettings(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`--settings ${file}: ${messageOf(error)}`);
  }
}

function isInputFault(error: unknown): boolean {
  if (error instanceof UsageError) return true;
  return error instanceof DeskError && /^(file|config)-/.test(error.code);
}

function table(title: string, result: ReplayResult): string {
  const width = Math.max(...Object.keys(result).map((key) => key.length));
  const rows = Object.entries(result).map(([key, value]) => `${key.padEnd(width)}  ${value}`);
  return [title, ...rows].join("\n");
}
