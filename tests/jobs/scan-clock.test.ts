import { describe, expect, it } from "vitest";
import type { Signal } from "../../src/engine/signal.ts";
import { ScanClock } from "../../src/jobs/scan-clock.ts";
import { createDeskBench, longSignal, NOW } from "./desk-bench.ts";

const HOUR = 3_600_000;

/** What becomes of the setups that a scan by the clock found, best first. */
async function proposedOf(signals: readonly Signal[]): Promise<readonly string[]> {
  const { context } = await createDeskBench();
  const report = { rows: signals.map((signal) => ({ signal })), scanned: 1, failed: [], elapsedMs: 1 };
  const scans = { begin: () => ({ done: Promise.resolve(report) }) };
  const queues = { schedule: async () => undefined, enqueue: async () => undefined };
  const parts = { context, scans: scans as never, queues, symbolsOf: () => ["BTC/USDT"] };
  await new ScanClock(parts).start({ schedule: "close-15m" });
  const trades = await context.ledger.newest(9);
  return trades.map(({ signal, state }) => `${signal.id} ${state}`).sort();
}

describe("a scan by the clock that finds a newer and an older setup of two timeframes", () => {
  const older = longSignal({ id: "older", timeframe: "1h", knownAt: NOW - HOUR, score: 80 });
  const newer = longSignal({ id: "newer", score: 60 });

  it("proposes the newer one, and never the older one beside it", async () => {
    expect(await proposedOf([older, newer])).toEqual(["newer proposed", "older denied"]);
  });

  it("proposes the older one where risk denies the newer", async () => {
    const tight = { ...newer, stop: 99.999 };
    expect(await proposedOf([older, tight])).toEqual(["newer denied", "older proposed"]);
  });
});
