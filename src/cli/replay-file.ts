import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { startDesk } from "../app.ts";
import { createHeadlessChats, type HeadlessDesk } from "../app-chats.ts";
import { replayMarket } from "../app-market.ts";
import { type BootConfig, bootConfigSchema } from "../config/boot-config.ts";
import { checked } from "../config/load-config.ts";
import type { Candle } from "../engine/candles/candle.ts";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import { candlesAt } from "../exchange/candles-at.ts";
import { readCandlesCsv } from "../exchange/csv-file.ts";
import { type ReplayResult, summarise } from "./replay-result.ts";

export interface ReplayOptions {
  readonly root: string;
  /** Folder for the replay's own Redis; a replay never touches the data of a desk. */
  readonly dataDir: string;
  readonly file: string;
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** Whether every proposal is approved as soon as its card is there. */
  readonly approve: "all" | "none";
  /** Folder that gets every chart image. */
  readonly chartsDir?: string | undefined;
  /** Live settings as a person writes them; what is not named keeps its default. */
  readonly settings: unknown;
  readonly log: Logger;
  readonly onNotice: (text: string) => void;
}

/**
 * Drives the whole desk over a file as fast as it goes: Redis, jobs, cards, charts, paper exchange, and a chat
 * without a person. The market waits after each candle until everything it led to is done, so the same file
 * gives the same result on every run.
 */
export async function replayFile(options: ReplayOptions): Promise<ReplayResult> {
  const csv = await readCandlesCsv(options.file);
  if (csv.firstFault) {
    const { line, reason } = csv.firstFault;
    options.onNotice(`${csv.quarantined} of ${csv.rows} rows left out; the first is line ${line}: ${reason}`);
  }
  const candles = candlesAt(options.timeframe, csv.candles, options.file);
  const startedAt = performance.now();
  const config = replayConfig(options);
  const replay = await startReplay(options, config, candles);
  try {
    await replay.desk.run();
    return summarise(
      (await replay.desk.context.ledger.newest(Number.MAX_SAFE_INTEGER)).toReversed(),
      { ...replay.desk.engine.counts, ...replay.counts, elapsedMs: performance.now() - startedAt },
      config.paper.startBalance,
    );
  } finally {
    await replay.desk.stop();
  }
}

function replayConfig({ timeframe, settings, dataDir }: ReplayOptions): BootConfig {
  const given = { signals: { timeframes: [timeframe] }, ...(settings as object) };
  return checked("--settings", bootConfigSchema, {
    dataDir,
    settings: given,
    chat: { web: { enabled: false } },
  });
}

async function startReplay(options: ReplayOptions, config: BootConfig, candles: readonly Candle[]) {
  const { root, log, symbol, timeframe, approve, chartsDir } = options;
  const seen = new Set<string>();
  const counts = { cards: 0, charts: 0 };
  let chats: HeadlessDesk | undefined;
  if (chartsDir !== undefined) mkdirSync(chartsDir, { recursive: true });
  const desk = await startDesk({
    config,
    secrets: process.env.REDIS_SERVER_BIN ? { redisServerBin: process.env.REDIS_SERVER_BIN } : {},
    root,
    log,
    rehearsal: true,
    market: async () => replayMarket({ symbol, timeframe, candles, candlesPerSecond: 0 }),
    chats: async (parts) => {
      chats = await createHeadlessChats(parts, (card, content, ref) => {
        seen.add(ref.messageId);
        counts.cards = seen.size;
        if (card.image === undefined) return;
        counts.charts += 1;
        const name = content.kind === "trade" ? `${content.trade.id}-${content.trade.state}` : "notice";
        if (chartsDir !== undefined)
          writeFileSync(join(chartsDir, `${name}.${extensionOf(card.image)}`), card.image);
      });
      return chats;
    },
    afterEvent: async () => {
      await desk.context.queues.idle();
      if (approve === "none" || chats === undefined) return;
      while (await chats.approveNext()) await desk.context.queues.idle();
    },
  });
  return { desk, counts };
}

function extensionOf(image: Uint8Array): "png" | "jpg" {
  return image[0] === 0x89 ? "png" : "jpg";
}
