import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Trade } from "../../engine/trade/trade.ts";
import { type EmbeddedRedis, startEmbeddedRedis } from "../../store/embedded-redis.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { figures, rssMb } from "./measure.ts";
import { startTradingDesk, type TradingDesk, until, untilListening } from "./trading/trading-desk.ts";
import { startTradingVenue, type TradingVenue } from "./trading/trading-venue.ts";

/** How long Redis is gone, each in turn. */
const GONE_MS = [5000, 60_000] as const;
const RUNS = 6;
const TAP_AGAIN_MS = 250;

/**
 * Redis ends and comes back on the same data, under a live desk that is not started again: from the moment at which
 * the server answers to the first approval that is committed, and to its order at the exchange. Somebody tries to
 * approve all the time.
 */
export async function benchRedisBack({ runs = RUNS }: BenchOptions): Promise<BenchReport> {
  const dir = mkdtempSync(join(tmpdir(), "killzone-bench-"));
  const venue = await startTradingVenue(runs);
  const start = () =>
    startEmbeddedRedis({
      dir: join(dir, "redis"),
      binary: process.env.REDIS_SERVER_BIN ?? "redis-server",
    });
  let server: EmbeddedRedis = await start();
  const redisUrl = `unix://${encodeURIComponent(server.socketPath).replaceAll("%2F", "/")}`;
  const desk = await startTradingDesk({ reach: venue.reach, keys: venue.keys, dir, redisUrl });
  try {
    await untilListening(venue);
    const samples: Record<number, Back[]> = {};
    for (const [run, symbol] of venue.reach.symbols.entries()) {
      const goneMs = GONE_MS[run % GONE_MS.length] ?? GONE_MS[0];
      const trade = await desk.propose(symbol, "market");
      await server.stop();
      const approving = approveAtLast(desk, trade);
      await pause(goneMs);
      server = await start();
      const back = await backAfter(venue, trade, Date.now(), approving);
      samples[goneMs] = [...(samples[goneMs] ?? []), back];
    }
    return reportOf(samples);
  } finally {
    await desk.stop();
    await server.stop();
    await venue.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

interface Back {
  readonly tapMs: number;
  readonly orderMs: number;
}

/** Tries until it is done; gives the time at which it was. */
async function approveAtLast(desk: TradingDesk, trade: Trade): Promise<number> {
  for (;;) {
    const isDone = await desk.approve(trade).then(
      () => true,
      () => false,
    );
    if (isDone) return Date.now();
    await pause(TAP_AGAIN_MS);
  }
}

async function backAfter(
  venue: TradingVenue,
  { plan }: Trade,
  backAt: number,
  approving: Promise<number>,
): Promise<Back> {
  const approvedAt = await approving;
  const id = venue.idOf(plan.symbol);
  const entry = async () =>
    (await venue.state()).journal.find(({ type, symbol }) => type === "order-accepted" && symbol === id);
  await until(async () => (await entry()) !== undefined);
  return { tapMs: approvedAt - backAt, orderMs: ((await entry())?.at ?? 0) - backAt };
}

function reportOf(samples: Readonly<Record<number, readonly Back[]>>): BenchReport {
  const all = Object.values(samples).flat();
  const orders = figures(all.map(({ orderMs }) => orderMs));
  const longest = Object.entries(samples).flatMap(([goneMs, backs]) => {
    const gone = `gone${Number(goneMs) / 1000}s`;
    return [
      [`${gone}TapMaxMs`, Math.max(...backs.map(({ tapMs }) => tapMs))],
      [`${gone}OrderMaxMs`, Math.max(...backs.map(({ orderMs }) => orderMs))],
    ] as const;
  });
  return {
    name: "redis-back",
    runs: all.length,
    ...orders,
    ...Object.fromEntries(longest),
    rssMb: rssMb(),
  };
}
