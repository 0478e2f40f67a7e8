import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { z } from "zod";
import { historyMarket } from "../app-market.ts";
import { loadConfig } from "../config/load-config.ts";
import { TIMEFRAMES } from "../engine/candles/timeframe.ts";
import { isMarketOpen } from "../engine/clock/market-calendar.ts";
import { TimeZones } from "../engine/clock/time-zone.ts";
import { describeFault } from "../fault-text.ts";
import { CandleHistory } from "../store/candle-history.ts";
import { parseArguments, UsageError } from "./arguments.ts";
import { type BackfillReport, backfillHistory } from "./backfill-history.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const BAR = 30;
const SHOWN_GAPS = 20;
const MONTH_MS = 31 * 86_400_000;

const optionsSchema = z.strictObject({
  timeframe: z.enum(TIMEFRAMES).default("1m"),
  json: z.boolean().default(false),
});

await main();

/** `backfill SYMBOL FROM [TO]`: candles of the configured market into files, from FROM up to TO or now. */
async function main(): Promise<void> {
  try {
    const { options, positionals } = parseArguments(process.argv.slice(2), optionsSchema, ["json"]);
    const report = await run(positionals, options);
    process.stdout.write(`${options.json ? JSON.stringify(report) : listed(report)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof UsageError ? error.message : describeFault(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

async function run(
  [symbol, from, to, ...more]: readonly string[],
  { timeframe }: z.output<typeof optionsSchema>,
): Promise<BackfillReport & { readonly dropped: number }> {
  if (symbol === undefined || from === undefined || more.length > 0)
    throw new UsageError("usage: backfill SYMBOL FROM [TO], such as backfill BTC/USDT 2026-01-01");
  const { config } = loadConfig(root, process.env);
  const log = pino({ level: "warn" }, pino.destination(2));
  const { name, data, now } = await historyMarket(config.market, log);
  const fromMs = instantOf(from);
  const toMs = Math.min(to === undefined ? now : instantOf(to), now);
  if (!(fromMs < toMs)) throw new UsageError("FROM must lie before TO and before now");
  const instrument = (await data.instruments()).find((each) => each.symbol === symbol);
  if (instrument === undefined) throw new UsageError(`${name} has no ${symbol}`);
  const dir = resolve(root, config.dataDir, "history");
  const history = new CandleHistory(dir);
  const of = { market: name, symbol, timeframe };
  const zones = new TimeZones();
  const report = await backfillHistory({
    history,
    market: data,
    of,
    fromMs,
    toMs,
    isOpen: (at) => isMarketOpen(instrument.kind, at, zones),
    quarantineFile: join(dir, "quarantine.jsonl"),
    onProgress: progress,
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  const { keepMonths } = config.history;
  const dropped = keepMonths === 0 ? 0 : await history.dropBefore(of, now - keepMonths * MONTH_MS);
  return { ...report, dropped };
}

function instantOf(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new UsageError(`${text} is no time such as 2026-01-01 or 2026-01-01T12:00Z`);
  return at;
}

/** A bar on a terminal; nothing where nobody watches. */
function progress(done: number, candles: number): void {
  if (!process.stderr.isTTY) return;
  const full = Math.round(done * BAR);
  const bar = "#".repeat(full).padEnd(BAR, ".");
  process.stderr.write(`\r[${bar}] ${Math.floor(done * 100)} % ${candles} candles `);
}

function listed({ known, added, quarantined, gaps, dropped }: BackfillReport & { dropped: number }): string {
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const shown = gaps
    .slice(0, SHOWN_GAPS)
    .map(({ fromMs, toMs, missing: count }) => `  ${iso(fromMs)} to ${iso(toMs)}: ${count} missing`);
  const more = gaps.length > SHOWN_GAPS ? [`  and ${gaps.length - SHOWN_GAPS} more`] : [];
  return [
    `known: ${known}`,
    `added: ${added}`,
    `quarantined: ${quarantined}`,
    `months dropped: ${dropped}`,
    `gaps: ${gaps.length} (${missing} candles)`,
    ...shown,
    ...more,
  ].join("\n");
}

function iso(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 16);
}
