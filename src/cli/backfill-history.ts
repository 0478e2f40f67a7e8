import { appendFile, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Candle } from "../engine/candles/candle.ts";
import { candleFault } from "../engine/candles/candle-check.ts";
import { type CandleGap, candleGaps } from "../engine/candles/candle-gaps.ts";
import { timeframeMs } from "../engine/candles/timeframe.ts";
import type { MarketData } from "../engine/ports.ts";
import { type CandleHistory, type HistoryOf, monthOf } from "../store/candle-history.ts";

const PAGE = 5000;

export interface Backfill {
  readonly history: CandleHistory;
  readonly market: Pick<MarketData, "history">;
  readonly of: HistoryOf;
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether the market trades; what it does not trade is no gap. */
  readonly isOpen: (timeMs: number) => boolean;
  /** Candles that cannot be used are kept here, one JSON a line. */
  readonly quarantineFile: string;
  /** Told of the part that is done, 0 to 1. */
  readonly onProgress: (done: number, candles: number) => void;
}

export interface BackfillReport {
  /** Candles that were there before. */
  readonly known: number;
  readonly added: number;
  readonly quarantined: number;
  /** What is missing after all. */
  readonly gaps: readonly CandleGap[];
}

/**
 * Fills what is missing of a stretch of history, and only that: a run that was cut off goes on where it stopped,
 * because each page is on disk before the next is asked for.
 */
export async function backfillHistory(job: Backfill): Promise<BackfillReport> {
  const { fromMs, toMs, of, isOpen, onProgress } = job;
  const before = await kept(job);
  const missing = candleGaps(before, of.timeframe, fromMs, toMs, isOpen);
  const total = missing.reduce((sum, gap) => sum + gap.missing, 0);
  let added = 0;
  let quarantined = 0;
  let behind = 0;
  for (const gap of missing) {
    for (let since = gap.fromMs; since < gap.toMs; ) {
      const page = await nextPage(job, since, gap.toMs);
      await job.history.add(of, page.good);
      await quarantine(job, page.bad);
      added += page.good.length;
      quarantined += page.bad.length;
      since = page.next;
      const part = (since - gap.fromMs) / (gap.toMs - gap.fromMs);
      onProgress(total === 0 ? 1 : Math.min(1, (behind + part * gap.missing) / total), added);
    }
    behind += gap.missing;
  }
  const gaps = candleGaps(await kept(job), of.timeframe, fromMs, toMs, isOpen);
  return { known: before.length, added, quarantined, gaps };
}

async function nextPage({ market, of }: Backfill, since: number, until: number) {
  const length = timeframeMs(of.timeframe);
  const limit = Math.min(PAGE, Math.ceil((until - since) / length));
  const found = await market.history(of.symbol, of.timeframe, since, limit);
  const wanted = found.filter(({ openTime }) => !(openTime < since || openTime >= until));
  let previous = Number.NEGATIVE_INFINITY;
  const good: Candle[] = [];
  const bad: object[] = [];
  for (const candle of wanted) {
    const fault = candle.openTime % length === 0 ? candleFault(candle, previous) : "time-off-grid";
    if (fault === undefined) {
      good.push(candle);
      previous = candle.openTime;
    } else bad.push({ ...candle, fault });
  }
  // A page without anything new means that the market has nothing here: the rest of the page is a gap.
  const reached = Math.max(...wanted.map(({ openTime }) => openTime).filter(Number.isFinite));
  const next = reached >= since ? reached + length : since + limit * length;
  return { good, bad, next };
}

async function kept({ history, of, fromMs, toMs }: Backfill): Promise<readonly Candle[]> {
  const first = monthOf(fromMs);
  const last = monthOf(toMs);
  const candles: Candle[] = [];
  for (const month of await history.months(of)) {
    if (month < first || month > last) continue;
    for (const candle of await history.read(of, month)) candles.push(candle);
  }
  return candles.filter(({ openTime }) => openTime >= fromMs && openTime < toMs);
}

async function quarantine({ quarantineFile, of }: Backfill, bad: readonly object[]): Promise<void> {
  if (bad.length === 0) return;
  await mkdir(dirname(quarantineFile), { recursive: true });
  await appendFile(quarantineFile, bad.map((each) => `${JSON.stringify({ ...of, ...each })}\n`).join(""));
}
