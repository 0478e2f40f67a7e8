import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import type { ScanClaims } from "../engine/ports/scan-claims.ts";
import type { ScanReport } from "../engine/ports/scan-report.ts";
import type { DeskContext } from "./desk-context.ts";
import { rankRows } from "./rank-rows.ts";

/** One job for each symbol costs twenty times as much as one for fifty. */
const CHUNK = 50;
const CHUNK_TIMEOUT_MS = 120_000;
/** Below what a person asks for, which has none. */
const CLOCK_PRIORITY = 10;

export interface ScanRequest {
  readonly symbols: readonly string[];
  readonly timeframes: readonly Timeframe[];
  readonly askedBy: "person" | "clock";
}

/** A scan that was begun; `now` is what it has found so far, `done` its end. */
export interface RunningScan {
  readonly id: string;
  now(): ScanReport;
  readonly done: Promise<ScanReport>;
}

/** Cuts scans into jobs for the workers and puts their answers together. */
export class Scans {
  private readonly context: DeskContext;
  private readonly claims: ScanClaims;
  private readonly running = new Map<string, { cancelled: boolean }>();

  constructor(context: DeskContext, claims: ScanClaims) {
    this.context = context;
    this.claims = claims;
  }

  begin({ symbols, timeframes, askedBy }: ScanRequest): RunningScan {
    const id = randomUUID().slice(0, 8);
    const state = { cancelled: false };
    const startedAt = performance.now();
    const parts: ScanReport[] = [];
    const now = (): ScanReport => ({
      ...joined(parts),
      elapsedMs: performance.now() - startedAt,
      id,
      total: symbols.length,
      status: state.cancelled ? "cancelled" : "running",
    });
    const ask = async (chunk: readonly string[]) => {
      parts.push(await this.ask(id, chunk, timeframes, askedBy));
    };
    const run = async (): Promise<ScanReport> => {
      try {
        await Promise.all(chunksOf(symbols).map(ask));
      } finally {
        this.running.delete(id);
      }
      const { status, id: _, total: __, ...report } = now();
      return status === "cancelled" ? now() : report;
    };
    this.running.set(id, state);
    return { id, now, done: run() };
  }

  async cancel(scanId: string): Promise<boolean> {
    const state = this.running.get(scanId);
    if (state === undefined || state.cancelled) return false;
    state.cancelled = true;
    await this.claims.cancel(scanId);
    return true;
  }

  /** The answer of one job; when it fails as a whole, all its symbols have. */
  private async ask(
    scanId: string,
    symbols: readonly string[],
    timeframes: readonly Timeframe[],
    askedBy: ScanRequest["askedBy"],
  ): Promise<ScanReport> {
    const payload = { scanId, symbols, timeframes };
    const priority = askedBy === "clock" ? CLOCK_PRIORITY : 0;
    try {
      const answer = await this.context.queues.ask("scan-symbols", payload, CHUNK_TIMEOUT_MS, priority);
      return scanReportSchema.parse(answer);
    } catch (error) {
      this.context.log.warn({ err: error, scanId, symbols: symbols.length }, "a part of a scan failed");
      const failed = symbols.map((symbol) => ({ symbol, reason: "no-answer" as const }));
      return { rows: [], scanned: 0, failed, elapsedMs: 0 };
    }
  }
}

function chunksOf(symbols: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(symbols.length / CHUNK);
  return Array.from({ length: count }, (_, chunk) => symbols.slice(chunk * CHUNK, (chunk + 1) * CHUNK));
}

function joined(parts: readonly ScanReport[]): Omit<ScanReport, "elapsedMs"> {
  const budget = parts.findLast((part) => part.budget !== undefined)?.budget;
  return {
    rows: rankRows(parts.flatMap(({ rows }) => rows)),
    scanned: parts.reduce((sum, { scanned }) => sum + scanned, 0),
    failed: parts.flatMap(({ failed }) => failed),
    ...(budget && { budget }),
  };
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** The answer of a scan job; rows and failures were made by our own worker and are taken as they are. */
const scanReportSchema = z.object({
  rows: z.array(z.custom<ScanReport["rows"][number]>(isObject)),
  scanned: z.number(),
  failed: z.array(z.custom<ScanReport["failed"][number]>(isObject)),
  elapsedMs: z.number(),
  budget: z.object({ used: z.number(), limit: z.number() }).exactOptional(),
});
