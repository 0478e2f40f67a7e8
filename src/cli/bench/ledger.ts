import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Transition } from "../../engine/ports/ledger.ts";
import { applyAll } from "../../engine/trade/apply.ts";
import { proposeTrade } from "../../engine/trade/propose.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import type { TradeEvent } from "../../engine/trade/trade-event.ts";
import { connectRedis } from "../../store/connect.ts";
import { startEmbeddedRedis } from "../../store/embedded-redis.ts";
import { createStores } from "../../store/stores.ts";
import { wallClock } from "../../wall-clock.ts";
import { benchSignal } from "./bench-signal.ts";
import type { BenchReport } from "./benchmark.ts";
import { figures, rssMb } from "./measure.ts";

const WARM_UP = 100;
const TRANSITIONS = 2000;
const ACTOR = { userId: "bench:1", name: "bench" };

/**
 * Time of one transition of the ledger, one after the other: version check, trade, event, card row and audit entry
 * in one step of a Redis on this machine's disk that syncs every write before it answers.
 */
export async function benchLedger(): Promise<BenchReport> {
  const dataDir = mkdtempSync(join(tmpdir(), "killzone-bench-"));
  const server = await startEmbeddedRedis({
    dir: dataDir,
    binary: process.env.REDIS_SERVER_BIN ?? "redis-server",
  });
  const redis = await connectRedis(server);
  const { ledger } = createStores(redis, "bench", wallClock);
  const samplesMs: number[] = [];
  try {
    for (let count = 0; count < WARM_UP + TRANSITIONS; count += 1) {
      const trade = proposed(count);
      await ledger.create(trade, []);
      const transition = approval(trade);
      const startedAt = performance.now();
      await ledger.commit(transition);
      if (count >= WARM_UP) samplesMs.push(performance.now() - startedAt);
    }
    return {
      name: "ledger",
      transitions: samplesMs.length,
      fsync: "always",
      ...figures(samplesMs),
      rssMb: rssMb(),
    };
  } finally {
    redis.disconnect();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function proposed(count: number): Trade {
  const signal = benchSignal(`bench-${count}`, wallClock.now());
  const plan = {
    symbol: signal.symbol,
    direction: signal.direction,
    entryType: signal.entryType,
    entry: "100",
    stop: "98",
    targets: ["102", "104"],
    quantity: "10",
    notional: "1000",
    riskMoney: "20",
    riskPercent: 0.2,
  };
  return proposeTrade({ signal, plan, settingsVersion: 0, now: signal.knownAt });
}

function approval(trade: Trade): Transition {
  const at = trade.createdAt + 1;
  const event: TradeEvent = { type: "trade.approved", at, by: ACTOR, sizeFactor: 1, quantity: "10" };
  return {
    tradeId: trade.id,
    expectedVersion: trade.version,
    operationId: `approve-${trade.id}`,
    events: [event],
    next: applyAll(trade, [event]),
    outbox: [{ kind: "trade", tradeId: trade.id, loud: false }],
  };
}
