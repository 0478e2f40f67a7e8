import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { type Desk, startDesk } from "../../../app.ts";
import { createHeadlessChats, type HeadlessDesk } from "../../../app-chats.ts";
import { bootConfigSchema } from "../../../config/boot-config.ts";
import type { Control } from "../../../engine/ports/control.ts";
import type { Signal } from "../../../engine/signal.ts";
import { tradeId } from "../../../engine/trade/propose.ts";
import type { Trade } from "../../../engine/trade/trade.ts";
import { createCcxtMarket } from "../../../exchange/ccxt/ccxt-market.ts";
import type { AccountKeys } from "../../../exchange/ccxt/private-client.ts";
import { timerWait } from "../../../exchange/wait.ts";
import { decodeBase32, totpCode, totpStep } from "../../../jobs/live/totp.ts";
import { takeSignal } from "../../../jobs/signal-intake.ts";
import { wallClock } from "../../../wall-clock.ts";
import { benchSignal } from "../bench-signal.ts";
import type { TradingVenue, VenueReach } from "./trading-venue.ts";

export const INSTANCE = "bench";
const TOTP_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const TRADER = { userId: "headless:bench", name: "bench" };
/** Hundreds of small positions at one time. */
const SETTINGS = {
  risk: { riskPercent: 0.01, maxPositionPercent: 0.5, maxTradesPerDay: 1000, maxOpenPositions: 500 },
};
const LOOK_EVERY_MS = 50;

export interface TradingDeskOptions {
  readonly reach: VenueReach;
  readonly keys: AccountKeys;
  /** Folder of the ledger and of what the desk writes down beside it. */
  readonly dir: string;
  /** A Redis that is somebody else's; unset, the desk starts its own, which syncs every write. */
  readonly redisUrl?: string;
  /** Whether somebody sees cards with pictures and taps them; else nothing is drawn. */
  readonly hasChat?: boolean;
}

/** The whole desk in live mode, as `main.ts` builds it, with a person who does what benchmarks say. */
export interface TradingDesk {
  readonly desk: Desk;
  readonly control: Control;
  /** Approves the oldest card that was not tapped yet, as a person does; `false` when there is none. */
  tap(): Promise<boolean>;
  /** A setup of the symbol becomes a proposal. Throws when the desk does not take it. */
  propose(symbol: string, entryType: Signal["entryType"]): Promise<Trade>;
  /** Throws when the approval is not done. */
  approve(trade: Trade): Promise<void>;
  closeAll(): Promise<void>;
  stop(): Promise<void>;
}

/** Resolves when live trading is confirmed. `untilListening` says when the desk has compared ledger and exchange. */
export async function startTradingDesk(options: TradingDeskOptions): Promise<TradingDesk> {
  const parts: { control?: Control; chats?: HeadlessDesk } = {};
  const desk = await startDesk({
    ...deskOptions(options),
    chats: async (given) => {
      parts.control = given.control;
      if (!options.hasChat) return { chats: [], stop: async () => undefined };
      parts.chats = await createHeadlessChats(given, () => undefined);
      return parts.chats;
    },
  });
  const { control, chats } = parts;
  if (control === undefined) throw new Error("the desk built no chats");
  const ended = desk.run();
  ended.catch((error: unknown) => desk.context.log.error({ err: error }, "the desk ended"));
  const code = totpCode(decodeBase32(TOTP_SECRET), totpStep(Date.now()));
  const { status } = await control.unlockLive(code, TRADER);
  if (status !== "open") throw new Error(`live trading is ${status}`);
  const { context } = desk;
  let signals = 0;
  return {
    desk,
    control,
    tap: async () => (await chats?.approveNext()) ?? false,
    propose: async (symbol, entryType) => {
      signals += 1;
      const now = context.clock.now();
      const entry = entryType === "market" ? 100 : 99;
      const levels = { entryType, entry, stop: 97, targets: [102, 104] };
      const signal = { ...benchSignal(`${symbol}-${signals}-${now}`, now), symbol, ...levels };
      await context.candles.setPrice(symbol, 100, now);
      const outcome = await takeSignal(context, signal);
      const { version } = await context.settings.current();
      const trade = await context.ledger.load(tradeId(signal.id, version));
      if (outcome !== "proposed" || trade === undefined)
        throw new Error(`the setup of ${symbol} is ${outcome}: ${JSON.stringify(trade?.denials)}`);
      return trade;
    },
    approve: async ({ id, version }) => {
      const answer = await control.approve(id, version, 1, TRADER);
      if (answer.status !== "done") throw new Error(`${id} was not approved: ${JSON.stringify(answer)}`);
    },
    closeAll: async () => {
      await control.closeAll(TRADER);
    },
    stop: () => desk.stop(),
  };
}

function deskOptions({ reach, keys, dir, redisUrl }: TradingDeskOptions) {
  const { exchange, symbols, ...server } = reach;
  const config = bootConfigSchema.parse({
    mode: "live",
    instance: INSTANCE,
    dataDir: join(dir, "data"),
    market: { kind: "ccxt", symbols },
    settings: SETTINGS,
  });
  const secrets = {
    ...(redisUrl !== undefined && { redisUrl }),
    redisServerBin: process.env.REDIS_SERVER_BIN ?? "redis-server",
    live: { keys, totpSecret: TOTP_SECRET },
  };
  return {
    config,
    secrets,
    root: dir,
    log: pino({ level: process.env.LOG_LEVEL ?? "fatal" }, pino.destination(2)),
    reach: { server },
    market: async () => ({
      source: { kind: "exchange", name: exchange } as const,
      data: await createCcxtMarket({ exchange, clock: wallClock, wait: timerWait, server }),
      clock: wallClock,
      symbols,
    }),
  };
}

/** Resolves when the desk listens to its account, which it does once ledger and exchange were compared. */
export async function untilListening(venue: TradingVenue): Promise<void> {
  await until(async () => (await venue.listeners()) > 0);
}

/** Resolves when a code is valid that no desk can have used up to `since`: each opens once. */
export async function untilFreshCode(since: number): Promise<void> {
  await until(async () => totpStep(Date.now()) > totpStep(since));
}

/** Looks again and again until it holds. Throws after `patienceMs`. */
export async function until(holds: () => Promise<boolean>, patienceMs = 120_000): Promise<void> {
  const since = performance.now();
  while (!(await holds())) {
    if (performance.now() - since > patienceMs) throw new Error(`never came true: ${holds.toString()}`);
    await pause(LOOK_EVERY_MS);
  }
}
