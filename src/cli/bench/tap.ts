import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { readLocales } from "../../bot/locales.ts";
import { createTexts } from "../../bot/texts.ts";
import { createChartRenderer } from "../../charts/chart-renderer.ts";
import { tradeId } from "../../engine/trade/propose.ts";
import { drawsFor } from "../../exchange/simulated/draws.ts";
import { JobQueues } from "../../jobs/job-queues.ts";
import { connectRedis, redisOptions } from "../../store/connect.ts";
import { type EmbeddedRedis, startEmbeddedRedis } from "../../store/embedded-redis.ts";
import { type FaultDesk, startFaultDesk } from "../faults/fault-desk.ts";
import { INSTRUMENTS, START_AT } from "../faults/fault-market.ts";
import { Life } from "../faults/life.ts";
import { MovedClock } from "../faults/moved-clock.ts";
import { ShownCards } from "../faults/screen.ts";
import { Venue } from "../faults/venue.ts";
import { benchSignal } from "./bench-signal.ts";
import type { BenchReport } from "./benchmark.ts";
import { figures, rssMb } from "./measure.ts";

const WARM_UP = 20;
const TAPS = 300;
/** So that a day's limit of trades is never reached. */
const BETWEEN_MS = 12 * 3_600_000;

/**
 * Time from a tap on a card's button to the order handed to the exchange: token, role, risk, approval on disk, job
 * queue, risk again, intent on disk. Chat and exchange are in this process, so no network is in it.
 */
export async function benchTap(): Promise<BenchReport> {
  const dataDir = mkdtempSync(join(tmpdir(), "killzone-bench-"));
  const server = await startEmbeddedRedis({
    dir: dataDir,
    binary: process.env.REDIS_SERVER_BIN ?? "redis-server",
  });
  try {
    const samplesMs = await measured(server);
    return { name: "tap", taps: samplesMs.length, ...figures(samplesMs), rssMb: rssMb() };
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measured(server: EmbeddedRedis): Promise<readonly number[]> {
  const clock = new MovedClock(START_AT);
  const screen = new ShownCards(async () => undefined);
  const samplesMs: number[] = [];
  let tappedAt = 0;
  // Refused at the exchange, a trade is over at once and its symbol is free for the next tap.
  const venue = new Venue({
    instruments: INSTRUMENTS,
    clock,
    draws: drawsFor("bench"),
    faultOf: () => {
      samplesMs.push(performance.now() - tappedAt);
      return "refused";
    },
    scramblesFills: false,
  });
  const redis = await connectRedis(server);
  const desk = await startDeskOn(server, { redis, clock, screen, exchange: venue });
  for (let count = 0; count < WARM_UP + TAPS; count += 1) {
    clock.advance(BETWEEN_MS);
    const signal = benchSignal(`bench-${count}`, clock.now());
    await desk.price(signal.symbol, signal.entry);
    await desk.signal(signal);
    await desk.idle();
    const token = screen.tokens(tradeId(signal.id, 0), "anna", "approve").at(-1) ?? "";
    tappedAt = performance.now();
    await desk.tap({ token, chatId: "anna", role: "trader" });
    await desk.idle();
  }
  await desk.stop();
  redis.disconnect();
  return samplesMs.slice(WARM_UP);
}

async function startDeskOn(
  server: EmbeddedRedis,
  parts: Pick<Parameters<typeof startFaultDesk>[0], "redis" | "clock" | "screen" | "exchange">,
): Promise<FaultDesk> {
  const log = pino({ level: "error" }, pino.destination(2));
  const desk = await startFaultDesk({
    ...parts,
    instance: "bench",
    instruments: INSTRUMENTS,
    onApproved: () => undefined,
    life: new Life(undefined),
    queues: (stores) =>
      new JobQueues({
        prefix: stores.queuePrefix,
        producer: redisOptions(server, "producer"),
        consumer: redisOptions(server, "worker"),
        log,
      }),
    texts: createTexts({ sources: await readLocales(), report: () => undefined }),
    charts: createChartRenderer(),
    log,
  });
  await desk.recover();
  await desk.idle();
  return desk;
}
