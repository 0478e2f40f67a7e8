import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { startDesk } from "../../app.ts";
import { createHeadlessChats } from "../../app-chats.ts";
import { bootConfigSchema } from "../../config/boot-config.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { createClosingMarket } from "./closing-market.ts";
import { figures } from "./measure.ts";

const SYMBOLS = 50;
const BURSTS = 8;
const MINUTE_MS = 60_000;
/** Before London opens, so that no session is announced meanwhile. */
const CLOSES_AT = Date.UTC(2026, 0, 7, 4);

interface Burst {
  /** From the close to each new card with its chart at the chat, in the order in which they came. */
  readonly afterMs: readonly number[];
  readonly scores: readonly number[];
}

/**
 * Fifty symbols that each raise a setup at the same close: from the last candles to the first card with its chart
 * handed to the chat, and to the last. Nothing may be lost, and the best score has to come first.
 */
export async function benchBurst({ symbols = SYMBOLS, runs = BURSTS }: BenchOptions): Promise<BenchReport> {
  const bursts: Burst[] = [];
  for (let run = 0; run < runs; run += 1) bursts.push(await burst(symbols));
  return {
    name: "burst",
    symbols,
    bursts: bursts.length,
    ...figures(bursts.map(({ afterMs }) => afterMs[0] ?? Number.NaN)),
    lastMedianMs: figures(bursts.map(({ afterMs }) => afterMs.at(-1) ?? Number.NaN)).medianMs,
    lost: bursts.reduce((sum, { scores }) => sum + symbols - scores.length, 0),
    outOfOrder: bursts.reduce((sum, { scores }) => sum + outOfOrder(scores), 0),
  };
}

async function burst(symbols: number): Promise<Burst> {
  const dataDir = mkdtempSync(join(tmpdir(), "killzone-bench-"));
  const closing = createClosingMarket(symbols, "5m", CLOSES_AT);
  let now = CLOSES_AT - MINUTE_MS;
  let closedAt = 0;
  const afterMs: number[] = [];
  const scores: number[] = [];
  const desk = await startDesk({
    config: bootConfigSchema.parse({
      dataDir,
      settings: {
        signals: { timeframes: ["5m"] },
        risk: { maxOpenPositions: 500, maxOpenRiskPercent: 100, maxTradesPerDay: 1000 },
      },
    }),
    secrets: process.env.REDIS_SERVER_BIN ? { redisServerBin: process.env.REDIS_SERVER_BIN } : {},
    root: dataDir,
    rehearsal: true,
    durable: true,
    log: pino({ level: "error" }, pino.destination(2)),
    market: async () => ({
      source: { kind: "exchange", name: "bench" },
      data: closing.data,
      clock: { now: () => now },
      symbols: closing.symbols,
    }),
    chats: (parts) =>
      createHeadlessChats(parts, (_card, content) => {
        if (content.kind !== "trade" || content.trade.state !== "proposed") return;
        afterMs.push(performance.now() - closedAt);
        scores.push(content.trade.signal.score);
      }),
  });
  try {
    const running = desk.run();
    await desk.engine.follow({ judged: closing.symbols, watched: closing.symbols });
    now = CLOSES_AT;
    closedAt = performance.now();
    await closing.close();
    await desk.context.queues.idle();
    await desk.stop();
    await running;
  } finally {
    await desk.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return { afterMs, scores };
}

/** Cards that came after one with a lower score. */
function outOfOrder(scores: readonly number[]): number {
  return scores.filter((score, at) => scores.slice(0, at).some((before) => before < score)).length;
}
