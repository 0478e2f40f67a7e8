import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { createAuditedChat } from "../../bot/audited-chat.ts";
import { createDeskChat } from "../../bot/desk-chat.ts";
import { readLocales } from "../../bot/locales.ts";
import { createPeople, type Person } from "../../bot/people/people.ts";
import { createTelegram, type Telegram } from "../../bot/telegram/create-telegram.ts";
import { createTexts } from "../../bot/texts.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import { tradeId } from "../../engine/trade/propose.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import type { DeskContext } from "../../jobs/desk-context.ts";
import { DeskControl } from "../../jobs/desk-control.ts";
import { ScanMessages } from "../../jobs/scan-messages.ts";
import { Scans } from "../../jobs/scans.ts";
import { takeSignal } from "../../jobs/signal-intake.ts";
import { wallClock } from "../../wall-clock.ts";
import type { ProcessCommand, ToldProcess } from "../faults/told-process.ts";
import { type BenchDesk, startBenchDesk } from "./bench-desk.ts";
import { benchSignal } from "./bench-signal.ts";

const START_AT = Date.UTC(2026, 2, 3, 14);
const READER = { locale: "en", timeZone: "UTC" } as const;
const FIRST_USER = 1001;
/** From the Telegram emulator, which takes no other. */
const TOKEN = "123456:canary-token-that-must-never-leak";
/** Hundreds of small positions at one time. */
const SETTINGS = {
  risk: { riskPercent: 0.01, maxPositionPercent: 0.1, maxTradesPerDay: 1000, maxOpenPositions: 500 },
};
const DAY_MS = 86_400_000;
/** Fewer than a delivery would have to wait for. */
const CARDS_AT_ONCE = 20;
/** How fast the clock of the pace goes while cards are dealt: Telegram's own limits are not what is measured. */
const HURRY = 1000;

const answerSchema = z.object({
  apiRoot: z.string().default(""),
  ms: z.number().default(0),
  text: z.string().default(""),
  answered: z.number().default(0),
  samplesMs: z.array(z.number()).default([]),
  inFlight: z.number().default(0),
  winners: z.array(z.object({ symbol: z.string(), userId: z.number() })).default([]),
  tooLate: z.number().default(0),
  usedUp: z.number().default(0),
  untrue: z.number().default(0),
});

export interface TelegramBench {
  readonly context: DeskContext;
  readonly userIds: readonly number[];
  /** Something for the people in the emulator to do. */
  tell(command: ProcessCommand): Promise<z.output<typeof answerSchema>>;
  /** A proposal in the `at`th symbol, with its card for each of these people. Answers the id of its trade. */
  raise(at: number, userIds: readonly number[]): Promise<string>;
  /** Whether messages go faster than Telegram would have them. */
  hurry(on: boolean): void;
  /** Ends every trade; the next day begins, so that no limit of a day is reached. */
  endDay(): Promise<void>;
  pause(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** The real desk chat, adapter, client and ledger; `trades` symbols, so that each trade has one of its own. */
export async function startTelegramBench(
  emulator: ToldProcess,
  users: number,
  trades: number,
): Promise<TelegramBench> {
  const tell = async (command: ProcessCommand) => answerSchema.parse(await emulator.tell(command));
  const userIds = Array.from({ length: users }, (_, at) => FIRST_USER + at);
  await tell({ do: "join", ids: userIds });
  const { apiRoot } = await tell({ do: "where" });
  let now = START_AT;
  const desk = await startBenchDesk(trades, { now: () => now }, SETTINGS);
  const pace = pacedClock();
  const control = controlOf(desk);
  const telegram = await telegramOf(desk, userIds, { apiRoot, clock: pace, control });
  await telegram.start();
  return {
    context: desk.context,
    userIds,
    tell,
    raise: (at, readers) => raise(desk.context, telegram, at, readers),
    hurry: pace.hurry,
    endDay: async () => {
      await control.closeAll({ userId: "bench:1", name: "bench" });
      now += DAY_MS;
    },
    pause: (ms) => wait(ms),
    close: async () => {
      await telegram.stop();
      await desk.close();
    },
  };
}

function cardOf(trade: Trade) {
  return { content: { kind: "trade", trade }, silent: true } as const;
}

async function raise(
  context: DeskContext,
  { chat }: Telegram,
  at: number,
  userIds: readonly number[],
): Promise<string> {
  const now = context.clock.now();
  const signal = { ...benchSignal(`bench-${at}`, now), symbol: `C${at}/USDT` };
  await context.candles.setPrice(signal.symbol, signal.entry, now);
  await takeSignal(context, signal);
  const id = tradeId(signal.id, (await context.settings.current()).version);
  const trade = await context.ledger.load(id);
  if (trade?.state !== "proposed") throw new Error(`the trade ${id} is ${trade?.state}`);
  for (let first = 0; first < userIds.length; first += CARDS_AT_ONCE) {
    const some = userIds.slice(first, first + CARDS_AT_ONCE);
    await Promise.all(some.map((userId) => chat.send(String(userId), cardOf(trade))));
  }
  return id;
}

/** The machine's time, that can go faster. */
function pacedClock() {
  let [base, at, speed] = [Date.now(), performance.now(), 1];
  const now = () => base + (performance.now() - at) * speed;
  return {
    now,
    hurry: (on: boolean) => {
      [base, at, speed] = [now(), performance.now(), on ? HURRY : 1];
    },
  };
}

function controlOf({ context, stores }: BenchDesk): DeskControl {
  const scanning = {
    scans: new Scans(context, stores.scanClaims),
    messages: new ScanMessages(context),
  };
  return new DeskControl(context, scanning, wallClock);
}

interface TelegramParts {
  readonly apiRoot: string;
  readonly clock: Clock;
  readonly control: DeskControl;
}

async function telegramOf(
  { context, stores }: BenchDesk,
  userIds: readonly number[],
  { apiRoot, clock, control }: TelegramParts,
): Promise<Telegram> {
  const owners = userIds.map(
    (id): Person => ({ ...READER, platform: "telegram", id: String(id), role: "trader" }),
  );
  const people = createPeople(owners, READER, stores);
  const texts = createTexts({ sources: await readLocales(), report: () => undefined });
  const deskChat = createDeskChat({
    ...stores,
    control,
    people,
    recentLog: { newest: () => [] },
    clock: wallClock,
    version: "bench",
    texts,
    log: context.log,
  });
  return createTelegram({
    token: TOKEN,
    apiRoot,
    deskChat: createAuditedChat(deskChat, stores.audit, wallClock, context.log),
    texts,
    people,
    buttons: stores.buttons,
    subscriptions: stores.subscriptions,
    preferences: stores.preferences,
    clock,
    log: context.log,
  });
}
