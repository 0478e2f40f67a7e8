import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import { DeskError } from "../engine/errors.ts";
import type { ScanClaims } from "../engine/ports/scan-claims.ts";
import type { ScanFailure, ScanReport, ScanRow } from "../engine/ports/scan-report.ts";
import type { MarketData } from "../engine/ports.ts";
import type { Direction, Signal } from "../engine/signal.ts";
import type { DeskContext } from "./desk-context.ts";
import type { JobPayloads } from "./job-kinds.ts";
import { createJudge, type Judge } from "./judge.ts";
import { rankRows } from "./rank-rows.ts";
import { ScanModels } from "./scan-models.ts";

/** A worker that dies gives its symbols back after this. */
const CLAIM_MS = 60_000;
const CLAIM_PATIENCE_MS = 20_000;
const CLAIM_POLL_MS = 20;

/** From here on it is worth to wake threads; fewer symbols are judged before those stand. */
const WORTH_THREADS = 16;

export interface ScanParts {
  readonly claims: ScanClaims;
  readonly market: Pick<MarketData, "history" | "budget">;
  /** Judges the candles of large scans in threads; unset: here, as those of small ones. */
  readonly judge?: Judge;
}

interface Pair {
  readonly symbol: string;
  readonly timeframe: Timeframe;
}

/**
 * Scans some symbols: setups of the stored candles that are still valid now, best first. One bad symbol does not
 * spoil the rest. What another worker scans at this moment is waited for and never scanned twice at once. Other
 * work of the process goes on between two symbols.
 */
export class SymbolScan {
  private readonly context: DeskContext;
  private readonly parts: ScanParts;
  private readonly judgeHere: Judge;
  private scans = 0;

  constructor(context: DeskContext, parts: ScanParts) {
    this.context = context;
    this.parts = parts;
    this.judgeHere = createJudge(context);
  }

  async run({ scanId, symbols, timeframes }: JobPayloads["scan-symbols"]): Promise<ScanReport> {
    const startedAt = performance.now();
    this.scans += 1;
    const owner = `${scanId}-${process.pid}-${this.scans}`;
    const { settings } = await this.context.settings.current();
    const found: ScanRow[] = [];
    const failed = new Map<string, ScanFailure>();
    const done = new Set<string>();
    const pairs = symbols.flatMap((symbol) => timeframes.map((timeframe) => ({ symbol, timeframe })));
    const judge = pairs.length < WORTH_THREADS ? this.judgeHere : (this.parts.judge ?? this.judgeHere);
    const models = new ScanModels(this.context, this.parts.market, settings, judge);
    const scanOne = async (pair: Pair): Promise<boolean> => {
      if (await this.parts.claims.isCancelled(scanId)) return false;
      try {
        found.push(...(await this.scanPair(pair, models)));
      } catch (error) {
        this.context.log.warn({ err: error, ...pair }, "scan of a symbol failed");
        failed.set(pair.symbol, error instanceof DeskError ? error.code : "unforeseen");
      }
      done.add(pair.symbol);
      return true;
    };
    for (const symbol of await this.claimed(pairs, owner, scanOne)) failed.set(symbol, "busy");
    const budget = models.asked ? this.parts.market.budget?.() : undefined;
    return {
      rows: rankRows(found),
      scanned: [...done].filter((symbol) => !failed.has(symbol)).length,
      failed: [...failed].map(([symbol, reason]) => ({ symbol, reason })),
      elapsedMs: performance.now() - startedAt,
      ...(budget && { budget }),
    };
  }

  /** Works off the pairs, each while this worker alone holds it. Gives the symbols that others never gave back. */
  private async claimed(
    pairs: readonly Pair[],
    owner: string,
    scanOne: (pair: Pair) => Promise<boolean>,
  ): Promise<readonly string[]> {
    const { claims } = this.parts;
    const deadline = performance.now() + CLAIM_PATIENCE_MS;
    let left = pairs;
    while (left.length > 0) {
      const taken = new Set(await claims.claim(left.map(nameOf), owner, CLAIM_MS));
      const mine = left.filter((pair) => taken.has(nameOf(pair)));
      try {
        for (const pair of mine) {
          if (!(await scanOne(pair))) return [];
          await nextTurn();
        }
      } finally {
        await claims.release([...taken], owner);
      }
      left = left.filter((pair) => !taken.has(nameOf(pair)));
      if (left.length > 0 && performance.now() > deadline) break;
      if (left.length > 0) await pause(CLAIM_POLL_MS);
    }
    return left.map(({ symbol }) => symbol);
  }

  private async scanPair({ symbol, timeframe }: Pair, models: ScanModels): Promise<readonly ScanRow[]> {
    const { candles, clock } = this.context;
    const { signals, close } = await models.judge(symbol, timeframe);
    if (signals.length === 0) return [];
    const price = (await candles.price(symbol))?.price ?? close;
    const valid = signals.filter((signal) => signal.expiresAt > clock.now() && isUntouched(signal, price));
    return bestPerDirection(valid.map((signal) => (price === undefined ? { signal } : { signal, price })));
  }
}

function nameOf({ symbol, timeframe }: Pair): string {
  return `${timeframe} ${symbol}`;
}

/** A setup whose stop or first target was passed already is history. */
function isUntouched(signal: Signal, price: number | undefined): boolean {
  const target = signal.targets[0];
  if (price === undefined || target === undefined) return true;
  const [low, high] = signal.direction === "long" ? [signal.stop, target] : [target, signal.stop];
  return price > low && price < high;
}

function bestPerDirection(rows: readonly ScanRow[]): readonly ScanRow[] {
  const best = new Map<Direction, ScanRow>();
  for (const row of rankRows(rows)) if (!best.has(row.signal.direction)) best.set(row.signal.direction, row);
  return [...best.values()];
}
