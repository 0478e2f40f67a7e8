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
import { replaySetups } from "./replay-setups.ts";
import type { SetupResult } from "./setup-results.ts";

const optionsSchema = z.strictObject({
  symbol: z.string().regex(/^[A-Z0-9.]+\/[A-Z0-9.]+$/, "a symbol looks like EUR/USD"),
  timeframe: z.string().refine(isTimeframe, "one of 1m 3m 5m 15m 30m 1h 4h 1d"),
  approve: z.enum(["all", "none"]).default("all"),
  charts: z.string().min(1).optional(),
  settings: z.string().min(1).optional(),
  setups: z.boolean().default(false),
  json: z.boolean().default(false),
});

type Options = z.output<typeof optionsSchema>;

const USAGE =
  "replay FILE.csv --symbol EUR/USD --timeframe 15m [--approve all|none] [--charts FOLDER] [--settings FILE.json] [--json]\n" +
  "replay FILE.csv --symbol EUR/USD --timeframe 15m --setups [--settings FILE.json] [--json]: each strategy alone, without the desk";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

await main();

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "killzone-replay-"));
  try {
    if (process.argv.length <= 2) throw new UsageError(USAGE);
    const { options, positionals } = parseArguments(process.argv.slice(2), optionsSchema, ["json", "setups"]);
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0)
      throw new UsageError("name one CSV file: replay FILE.csv --symbol ...");
    const text = options.setups ? await setupsOf(file, options) : await deskRun(file, options, dataDir);
    process.stdout.write(`${text}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof UsageError ? error.message : describeFault(error)}\n`);
    process.exitCode = isInputFault(error) ? 2 : 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The whole desk over the file; one JSON line, or a list. */
async function deskRun(file: string, options: Options, dataDir: string): Promise<string> {
  const result = await replayFile({
    root,
    dataDir,
    file,
    symbol: options.symbol,
    timeframe: options.timeframe as Timeframe,
    approve: options.approve,
    chartsDir: options.charts,
    settings: settingsOf(options),
    log: pino({ level: process.env.LOG_LEVEL ?? "error" }, pino.destination(2)),
    onNotice: (text) => process.stderr.write(`${text}\n`),
  });
  return options.json ? JSON.stringify(result) : list(basename(file), result);
}

/** Each strategy alone; a JSON line for each, or a table. */
async function setupsOf(file: string, options: Options): Promise<string> {
  if (options.charts !== undefined) throw new UsageError("--setups draws no charts: leave out --charts");
  const results = await replaySetups({
    file,
    symbol: options.symbol,
    timeframe: options.timeframe as Timeframe,
    settings: settingsOf(options),
  });
  return options.json ? results.map((result) => JSON.stringify(result)).join("\n") : table(results);
}

function settingsOf({ settings }: Options): unknown {
  return settings === undefined ? {} : readSettings(settings);
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

function list(title: string, result: ReplayResult): string {
  const width = Math.max(...Object.keys(result).map((key) => key.length));
  const rows = Object.entries(result).map(([key, value]) => `${key.padEnd(width)}  ${value}`);
  return [title, ...rows].join("\n");
}

/** Markdown, so that it can be kept where it is talked about. */
function table(results: readonly SetupResult[]): string {
  const head = [
    "strategy",
    "signals",
    "filled",
    "wins",
    "losses",
    "running",
    "win %",
    "net R",
    "after costs",
  ];
  const rows = results.map((one) => [
    one.strategy,
    ...[one.signals, one.filled, one.wins, one.losses, one.running].map(String),
    one.winPercent?.toFixed(1) ?? "",
    ...[one.netR, one.netRAfterCosts].map((r) => r.toFixed(2)),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}
