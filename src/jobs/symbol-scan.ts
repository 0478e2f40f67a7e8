import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import type { Candle } from "../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { contextTimeframes } from "../engine/model/higher-timeframe.ts";
import { MarketModel } from "../engine/model/market-model.ts";
import type { ScanClaims } from "../engine/ports/scan-claims.ts";
import type { ScanReport, ScanRow } from "../engine/ports/scan-report.ts";
import type { MarketData } from "../engine/ports.ts";
import type { Settings } from "../engine/settings/settings.ts";
import type { Signal } from "../engine/signal.ts";
import type { Strategy } from "../engine/strategy/contract.ts";
import { createStrategies } from "../engine/strategy/registry.ts";
import type { DeskContext } from "./desk-context.ts";
import type { JobPayloads } from "./job-queues.ts";
import { rankRows } from "./rank-rows.ts";

const SCANNED_CANDLES = 1000;
/** Stored candles that lack more than this many of the newest are asked of the market. */
const MISSING_CANDLES = 2;
/** A worker that dies gives its symbols back after this. */
const CLAIM_MS = 60_000;
const CLAIM_PATIENCE_MS = 20_000;
const CLAIM_POLL_MS = 20;

export interface ScanParts {
  readonly claims: ScanClaims;
  readonly market: Pick<MarketData, "history" | "budget">;
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
  private scans = 0;

  constructor(context: DeskContext, parts: ScanParts) {
    this.context = context;
    this.parts = parts;
  }

  async run({ scanId, symbols, timeframes }: JobPayloads["scan-symbols"]): Promise<ScanReport> {
    const startedAt = performance.now();
    this.scans += 1;
    const owner = `${scanId}-${process.pid}-${this.scans}`;
    const { settings } = await this.context.settings.current();
    const strategies = createStrategies(settings);
    const found: ScanRow[] = [];
    const failed = new Set<string>();
    const done = new Set<string>();
    let asked = false;
    const scanOne = async (pair: Pair): Promise<boolean> => {
      if (await this.parts.claims.isCancelled(scanId)) return false;
      try {
        const { rows, fetched } = await this.scanPair(pair, settings, strategies);
        found.push(...rows);
        asked ||= fetched;
      } catch (error) {
        this.context.log.warn({ err: error, ...pair }, "scan of a symbol failed");
        failed.add(pair.symbol);
      }
      done.add(pair.symbol);
      return true;
    };
    const pairs = timeframes.flatMap((timeframe) => symbols.map((symbol) => ({ symbol, timeframe })));
    for (const symbol of await this.claimed(pairs, owner, scanOne)) failed.add(symbol);
    const budget = asked ? this.parts.market.budget?.() : undefined;
    return {
      rows: rankRows(found),
      scanned: [...done].filter((symbol) => !failed.has(symbol)).length,
      failed: [...failed],
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

  private async scanPair({ symbol, timeframe }: Pair, settings: Settings, strategies: readonly Strategy[]) {
    const { candles, clock } = this.context;
    const stored = await candles.newest(symbol, timeframe, SCANNED_CANDLES);
    const missing = await this.missing(symbol, timeframe, stored);
    const known = missing.length > 0 ? [...stored, ...missing].slice(-SCANNED_CANDLES) : stored;
    const price = (await candles.price(symbol))?.price ?? known.at(-1)?.close;
    const model = new MarketModel({
      symbol,
      baseTimeframe: timeframe,
      timeframes: [timeframe],
      contextTimeframes: contextTimeframes([timeframe], timeframe),
      settings: settings.detectors,
      strategies,
      keep: SCANNED_CANDLES,
      timeZones: this.context.timeZones,
    });
    // Strategies hold no state and their signals expire: what is older cannot be valid any more, so it is not judged.
    const judged = settings.signals.expireAfterCandles + 1;
    model.warmUpFrom(new Map(), known.slice(0, -judged));
    const signals = known.slice(-judged).flatMap((candle) => model.push(candle));
    const valid = signals.filter((signal) => signal.expiresAt > clock.now() && isUntouched(signal, price));
    const rows = newestPerDirection(valid).map((signal) =>
      price === undefined ? { signal } : { signal, price },
    );
    return { rows, fetched: missing.length > 0 };
  }

  /** What the market has and the store lacks. A market that is closed has nothing newer and is asked in vain. */
  private async missing(symbol: string, timeframe: Timeframe, stored: readonly Candle[]): Promise<Candle[]> {
    const length = timeframeMs(timeframe);
    const now = this.context.clock.now();
    const newest = stored.at(-1)?.openTime;
    const oldestUseful = now - SCANNED_CANDLES * length;
    const since = Math.max(oldestUseful, newest === undefined ? 0 : newest + length);
    if (newest !== undefined && now - since < MISSING_CANDLES * length) return [];
    const fetched = await this.parts.market.history(symbol, timeframe, since, SCANNED_CANDLES);
    if (fetched.length > 0) await this.context.candles.append(symbol, timeframe, fetched);
    return fetched;
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

function newestPerDirection(signals: readonly Signal[]): Signal[] {
  return [...new Map(signals.map((signal) => [signal.direction, signal])).values()];
}
