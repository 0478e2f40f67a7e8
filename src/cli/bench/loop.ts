import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { type Desk, startDesk } from "../../app.ts";
import { createHeadlessChats } from "../../app-chats.ts";
import { replayMarket, simulatedCandles } from "../../app-market.ts";
import { bootConfigSchema } from "../../config/boot-config.ts";
import type { MarketData } from "../../engine/ports.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { figures, rssMb } from "./measure.ts";

const CANDLES = 20_000;
const SYMBOL = "BTC/USDT";

/**
 * Time from a closed candle that decides a setup to its card, chart and buttons handed to the chat: model, risk,
 * ledger on disk, job queue, chart, tokens. Paper, a chat without a network, one symbol, one setup at a time.
 */
export async function benchLoop(options: BenchOptions): Promise<BenchReport> {
  const dataDir = mkdtempSync(join(tmpdir(), "killzone-bench-"));
  const samplesMs: number[] = [];
  let closedAt = 0;
  let desk: Desk | undefined;
  try {
    const candles = await simulatedCandles(SYMBOL, options.candles ?? CANDLES);
    desk = await startDesk({
      config: bootConfigSchema.parse({
        dataDir,
        settings: { signals: { timeframes: ["5m"], expireAfterCandles: 1 } },
      }),
      secrets: process.env.REDIS_SERVER_BIN ? { redisServerBin: process.env.REDIS_SERVER_BIN } : {},
      root: dataDir,
      rehearsal: true,
      durable: true,
      log: pino({ level: "error" }, pino.destination(2)),
      market: async () => {
        const market = replayMarket({ symbol: SYMBOL, timeframe: "1m", candles, candlesPerSecond: 0 });
        const stream: MarketData["stream"] = (symbols, handle, stop) =>
          market.data.stream(
            symbols,
            (event) => {
              if (event.type === "candle") closedAt = performance.now();
              return handle(event);
            },
            stop,
          );
        return { ...market, data: { ...market.data, stream } };
      },
      chats: (parts) =>
        createHeadlessChats(parts, (_card, content) => {
          const isNew = content.kind === "trade" && content.trade.state === "proposed";
          if (isNew) samplesMs.push(performance.now() - closedAt);
        }),
      afterEvent: async () => desk?.context.queues.idle(),
    });
    await desk.run();
    return {
      name: "loop",
      candles: candles.length,
      cards: samplesMs.length,
      ...figures(samplesMs),
      rssMb: rssMb(),
    };
  } finally {
    await desk?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
