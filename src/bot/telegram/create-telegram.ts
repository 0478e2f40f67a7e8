import { Bot } from "grammy";
import { DeskError } from "../../engine/errors.ts";
import type { Buttons } from "../../engine/ports/buttons.ts";
import type { Chat } from "../../engine/ports/chat.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Preferences } from "../../engine/ports/preferences.ts";
import type { Subscriptions } from "../../engine/ports/settings-store.ts";
import type { CardsElsewhere, DeskChat } from "../conversation.ts";
import type { Log } from "../log.ts";
import type { People } from "../people/people.ts";
import type { Texts } from "../texts.ts";
import { createAnswers } from "./answers.ts";
import { createConnection } from "./connection.ts";
import { chatHandler, textHandler } from "./handlers.ts";
import { createMenus } from "./menus.ts";
import { createPace } from "./pace.ts";
import { paceCalls } from "./paced-api.ts";
import type { Sleep } from "./retry.ts";
import { createRivalWatch } from "./rival-watch.ts";
import { tapHandler } from "./taps.ts";
import { createTelegramChat } from "./telegram-chat.ts";
import { createTelegramMessages } from "./telegram-messages.ts";
import { tellOthers } from "./tell-others.ts";
import { createUpdateWork } from "./update-work.ts";
import { createWebhookServer, type TelegramWebhook } from "./webhook-server.ts";

export interface TelegramOptions {
  /** From @BotFather. */
  readonly token: string;
  /** Another Bot API server, without a slash at its end. */
  readonly apiRoot?: string;
  readonly deskChat: DeskChat;
  readonly buttons: Buttons;
  readonly subscriptions: Subscriptions;
  readonly preferences: Pick<Preferences, "move">;
  readonly people: People;
  readonly texts: Texts;
  readonly log: Log;
  /** The machine's own time, for the pace of messages. */
  readonly clock: Clock;
  /** Unset: the desk fetches updates by itself, over long polling. */
  readonly webhook?: TelegramWebhook;
  /** Told once when another process takes the updates (since when, epoch ms), and once when it has gone. */
  readonly onRival?: (since: number | undefined) => Promise<void>;
  /** Waits between tries; tests replace it. */
  readonly sleep?: Sleep;
}

export interface Telegram {
  readonly chat: Chat;
  /**
   * Begins to listen. Resolves when Telegram was reached, or could not be: then it goes on trying, because
   * the desk must run without it. Throws `DeskError` `config-invalid` for an allow-list that is empty or holds
   * anything but numeric ids, for a token that Telegram refuses, and for a webhook's port that is taken.
   */
  start(): Promise<void>;
  /** Shows people of Telegram what was decided about them in another chat. Never rejects. */
  tell(cards: CardsElsewhere): Promise<void>;
  /** Where the webhook listens, once it does. */
  readonly webhookPort: number | undefined;
  /** Resolves when nothing is handled any more. */
  stop(): Promise<void>;
}

/** Longer than a long poll, and enough to upload a chart. */
const CALL_TIMEOUT_SECONDS = 60;

/**
 * The desk in Telegram, over long polling or a webhook.
 *
 * @example
 * const telegram = createTelegram({ token, deskChat, buttons, subscriptions, people, texts, log });
 * await telegram.start();
 */
export function createTelegram(options: TelegramOptions): Telegram {
  const { token, apiRoot, log, people, sleep = sleepFor } = options;
  const client = { timeoutSeconds: CALL_TIMEOUT_SECONDS, ...(apiRoot === undefined ? {} : { apiRoot }) };
  const bot = new Bot(token, { client });
  const pace = createPace(options.clock);
  paceCalls(bot.api, pace, sleep);
  const messages = createTelegramMessages(bot.api, () => (bot.isInited() ? bot.botInfo.username : undefined));
  const answers = createAnswers({ messages, buttons: options.buttons, sleep });
  const menus = createMenus({ ...options, api: bot.api });
  const deps = { ...options, answers, menus, sleep };
  bot.use(textHandler(deps), tapHandler(deps), chatHandler(deps));
  const work = createUpdateWork({ bot, log, sleep });
  const { webhook, clock, onRival = async () => undefined } = options;
  const rival = createRivalWatch({ onRival, clock, log });
  const server = webhook && createWebhookServer({ webhook, bot, work, log, clock });
  const stopping = new AbortController();
  const connection = createConnection({ bot, webhook, menus, work, rival, log, sleep }, stopping.signal);
  let running: Promise<void> = Promise.resolve();
  let webhookPort: number | undefined;

  return {
    chat: createTelegramChat({ ...options, messages, pace, sleep }),
    start: async () => {
      checkAllowList(await people.ids("telegram"));
      webhookPort = await server?.listen();
      running = connection.listen(await connection.open());
    },
    tell: (cards) => tellOthers(answers, log, cards),
    get webhookPort() {
      return webhookPort;
    },
    stop: async () => {
      stopping.abort();
      await running;
      // The webhook stays set: what happens until the next start waits at Telegram.
      await server?.close();
      await work.finish();
    },
  };
}

/** An empty list would mean everyone or no one; a user name can change hands. Both are mistakes. */
function checkAllowList(ids: readonly string[]): void {
  const path = "telegram.allow";
  if (ids.length === 0) throw new DeskError("config-invalid", { path, problem: "empty" });
  const wrong = ids.find((id) => !/^[1-9]\d{0,18}$/.test(id));
  if (wrong !== undefined)
    throw new DeskError("config-invalid", { path, problem: "not-numeric", value: wrong });
}

/** Every tap calls a wait off; one that ends without an error costs a tenth of one that rejects. */
const sleepFor: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal?.aborted === true) end();
    else signal?.addEventListener("abort", end);
  });
