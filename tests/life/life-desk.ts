import { rmSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { type Desk, startDesk } from "../../src/app.ts";
import { bootConfigSchema } from "../../src/config/boot-config.ts";
import { type TelegramEmulator, TOKEN } from "../emulators/telegram/telegram-emulator.ts";
import { makeTestFolder, testRedisBinary } from "../redis/test-redis.ts";
import { createStagedMarket, type StagedMarket } from "./staged-market.ts";
import { storyCandles } from "./story-candles.ts";

export const ANN = { id: 1001, name: "ann", role: "admin" } as const;
export const VICTOR = { id: 1003, name: "victor", role: "viewer" } as const;

export interface LifeDesk {
  readonly desk: Desk;
  readonly market: StagedMarket;
  /** To the web chat. */
  readonly link: string;
  /** What is alive at the exchange, such as `stop 0.305 at 61400`. */
  orders(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/**
 * The whole desk on paper as the program builds it: Redis, engine, execution, charts, chats. Only its market is
 * staged: the next candle of it makes the setup. With an emulator Telegram is switched on beside the web chat.
 */
export async function startLifeDesk(telegram?: TelegramEmulator): Promise<LifeDesk> {
  const dir = makeTestFolder();
  const market = createStagedMarket(storyCandles());
  const desk = await startDesk({
    config: bootConfigSchema.parse({
      dataDir: join(dir, "data"),
      chat: { web: { port: 0 }, telegram: { people: telegram === undefined ? [] : [ANN, VICTOR] } },
      settings: {
        signals: { timeframes: ["15m"] },
        // Nothing but the trade is told of.
        sessions: { alerts: false },
        // A perpetual is bought with margin: one percent at risk is more than a tenth of the balance.
        risk: { maxPositionPercent: 400 },
      },
    }),
    secrets: {
      redisServerBin: await testRedisBinary(),
      ...(telegram && { telegramToken: TOKEN, telegramApiRoot: telegram.apiRoot }),
    },
    root: dir,
    log: pino({ level: process.env.LIFE_LOG ?? "silent" }),
    durable: false,
    market: async () => market,
  });
  const running = desk.run();
  await market.listened();
  return {
    desk,
    market,
    link: desk.webUrl ?? "",
    orders: async () => {
      const open = await desk.context.exchange.openOrders();
      return open.map(({ type, quantity, price }) => `${type} ${quantity} at ${price ?? "any price"}`);
    },
    stop: async () => {
      await desk.stop();
      await running;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
