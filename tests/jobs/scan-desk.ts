import { pino } from "pino";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { TimeZones } from "../../src/engine/clock/time-zone.ts";
import type { Instrument } from "../../src/engine/instrument.ts";
import type { MarketData } from "../../src/engine/ports.ts";
import { createPaperExchange } from "../../src/exchange/paper/paper-exchange.ts";
import { createAcceleratedClock } from "../../src/exchange/simulated/accelerated-clock.ts";
import { createSimulatedMarket } from "../../src/exchange/simulated/simulated-market.ts";
import { timerWait } from "../../src/exchange/wait.ts";
import { createScans } from "../../src/jobs/create-scans.ts";
import type { DeskContext } from "../../src/jobs/desk-context.ts";
import { JobQueues } from "../../src/jobs/job-queues.ts";
import { createJudge, type Judge } from "../../src/jobs/judge.ts";
import { redisOptions } from "../../src/store/connect.ts";
import { createStores } from "../../src/store/stores.ts";
import { MemoryPaperStore } from "../fakes/memory-paper-store.ts";
import { TestClock } from "../fakes/test-clock.ts";
import type { TestRedis } from "../redis/test-redis.ts";
import { BTC } from "./desk-bench.ts";

/** A moment at which the simulated market of this seed has setups that are still valid. */
export const SCANNED_AT = Date.UTC(2026, 0, 6, 15, 0);

/** Scans over a real Redis, the real queues and the simulated market, whose time stands still. */
export async function createScanDesk(server: TestRedis, refused: ReadonlyMap<string, Error> = new Map()) {
  const clock = new TestClock(SCANNED_AT);
  const stores = createStores(server.client, "scan", clock);
  const address = { socketPath: server.socketPath };
  const log = pino({ level: "silent" });
  const queues = new JobQueues({
    prefix: stores.queuePrefix,
    producer: redisOptions(address, "producer"),
    consumer: redisOptions(address, "worker"),
    log,
  });
  const simulated = createSimulatedMarket({
    seed: "scans",
    clock: createAcceleratedClock({ startMs: SCANNED_AT, speed: 1, wall: clock }),
    wait: timerWait,
  });
  const known = new Set((await simulated.instruments()).map(({ symbol }) => symbol));
  const asked: string[] = [];
  const market: Pick<MarketData, "history" | "budget"> = {
    history: async (symbol, timeframe, sinceMs, limit): Promise<Candle[]> => {
      asked.push(`${symbol} ${timeframe}`);
      const fault = refused.get(symbol);
      if (fault !== undefined) throw fault;
      return known.has(symbol) ? simulated.history(symbol, timeframe, sinceMs, limit) : [];
    },
    budget: () => ({ used: asked.length, limit: 1200 }),
  };
  const instruments: readonly Instrument[] = [...(await simulated.instruments()), BTC];
  const context: DeskContext = {
    instance: "scan",
    mode: "paper",
    market: { kind: "exchange", name: "test" },
    baseTimeframe: "1m",
    timeZone: "UTC",
    locale: "en",
    writePhrase: (_reader, { key }) => key,
    timeZones: new TimeZones(),
    instruments: new Map(instruments.map((each) => [each.symbol, each])),
    clock,
    ledger: stores.ledger,
    exchange: await createPaperExchange({
      store: new MemoryPaperStore(),
      instruments: async () => instruments,
      clock,
      startBalance: "10000",
      slippagePercent: 0,
    }),
    candles: stores.candles,
    settings: stores.settings,
    charts: { render: async () => new Uint8Array([1]) },
    queues,
    log,
  };
  const judgeHere = createJudge(context);
  /** Symbols and timeframes that were given to the threads of large scans. */
  const threaded: string[] = [];
  const judge: Judge = (candles, given) => {
    threaded.push(`${candles.symbol} ${candles.timeframe}`);
    return judgeHere(candles, given);
  };
  const scanning = createScans(context, queues, { claims: stores.scanClaims, market, judge });
  return { ...scanning, context, queues, stores, clock, asked, threaded, close: () => queues.close() };
}
