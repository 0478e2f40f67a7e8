import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Candle } from "../../engine/candles/candle.ts";
import type { CandleSeries } from "../../engine/candles/candle-series.ts";
import { TimeZones } from "../../engine/clock/time-zone.ts";
import type { Instrument } from "../../engine/instrument.ts";
import type { Exchange } from "../../engine/ports.ts";
import { createPaperExchange } from "../../exchange/paper/paper-exchange.ts";
import type { DeskContext } from "../../jobs/desk-context.ts";
import { JobQueues } from "../../jobs/job-queues.ts";
import { connectRedis, redisOptions } from "../../store/connect.ts";
import { startEmbeddedRedis } from "../../store/embedded-redis.ts";
import { createStores, type Stores } from "../../store/stores.ts";
import { wallClock } from "../../wall-clock.ts";

export interface BenchDesk {
  readonly context: DeskContext;
  readonly stores: Stores;
  readonly queues: JobQueues;
  readonly exchange: Exchange;
  close(): Promise<void>;
}

/** The application layer over a Redis of its own that syncs every write, with `count` symbols and a time of its own. */
export async function startBenchDesk(
  count: number,
  clock: { now(): number },
  settings: object,
): Promise<BenchDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), "killzone-bench-"));
  const server = await startEmbeddedRedis({
    dir: dataDir,
    binary: process.env.REDIS_SERVER_BIN ?? "redis-server",
  });
  const redis = await connectRedis(server);
  const stores = createStores(redis, "bench", wallClock);
  await stores.settings.seed(settings);
  const log = pino({ level: "error" }, pino.destination(2));
  const queues = new JobQueues({
    prefix: stores.queuePrefix,
    producer: redisOptions(server, "producer"),
    consumer: redisOptions(server, "worker"),
    log,
  });
  const instruments = Array.from({ length: count }, (_, index) => instrumentOf(index));
  const exchange = await createPaperExchange({
    store: stores.paper,
    instruments: async () => instruments,
    clock,
    startBalance: "10000",
    slippagePercent: 0,
  });
  const context: DeskContext = {
    instance: "bench",
    mode: "paper",
    market: { kind: "exchange", name: "bench" },
    baseTimeframe: "1m",
    timeZone: "UTC",
    locale: "en",
    writePhrase: (_reader, { key }) => key,
    timeZones: new TimeZones(),
    instruments: new Map(instruments.map((each) => [each.symbol, each])),
    clock,
    ledger: stores.ledger,
    exchange,
    candles: stores.candles,
    settings: stores.settings,
    charts: { render: async () => new Uint8Array() },
    queues,
    log,
  };
  const close = async () => {
    await queues.close();
    redis.disconnect();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { context, stores, queues, exchange, close };
}

/** Rules of the symbol with this number. */
export function instrumentOf(index: number): Instrument {
  return {
    symbol: `C${index}/USDT`,
    kind: "crypto",
    priceTick: "0.01",
    quantityStep: "0.001",
    minQuantity: "0.001",
    minNotional: "5",
    makerFee: 0.0002,
    takerFee: 0.0004,
  };
}

/** Candles `from` up to `until` of a series, moved by `shiftMs`. */
export function shifted(series: CandleSeries, from: number, until: number, shiftMs: number): Candle[] {
  return Array.from({ length: until - from }, (_, offset) => {
    const candle = series.candle(from + offset);
    return { ...candle, openTime: candle.openTime + shiftMs };
  });
}
