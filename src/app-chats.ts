import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createAuditedChat } from "./bot/audited-chat.ts";
import { type Connections, createConnections } from "./bot/connections.ts";
import type { DeskChat, Reader } from "./bot/conversation.ts";
import { createDeskChat } from "./bot/desk-chat.ts";
import {
  createHeadlessChat,
  HEADLESS_CHAT_ID,
  type HeadlessChatOptions,
} from "./bot/headless/headless-chat.ts";
import { readLocales } from "./bot/locales.ts";
import type { Log } from "./bot/log.ts";
import { createPeople, type People, type Person } from "./bot/people/people.ts";
import { createTelegram, type Telegram } from "./bot/telegram/create-telegram.ts";
import { createTexts, type Texts } from "./bot/texts.ts";
import { createWebChat } from "./bot/web/create-web-chat.ts";
import { WEB_USER_ID } from "./bot/web/desk-dialog.ts";
import { WEB_ADDRESS } from "./bot/web/web-address.ts";
import type { BootConfig } from "./config/boot-config.ts";
import type { Secrets } from "./config/load-config.ts";
import type { OneTimeCodes } from "./engine/ports/one-time-codes.ts";
import type { RecentLog } from "./engine/ports/recent-log.ts";
import type { Chat, Control, MessageRef } from "./engine/ports.ts";
import type { DeskContext } from "./jobs/desk-context.ts";
import type { Stores } from "./store/stores.ts";
import { wallClock } from "./wall-clock.ts";

export interface ChatParts {
  readonly context: DeskContext;
  readonly control: Control;
  readonly stores: Stores;
  readonly texts: Texts;
  readonly recentLog?: RecentLog;
  /** Unset: no secret is configured. */
  readonly oneTimeCodes?: OneTimeCodes;
}

export interface BuiltChats {
  readonly chats: readonly Chat[];
  readonly webUrl?: string;
  stop(): Promise<void>;
}

/** Every text of the desk; what is missing is logged. */
export async function readTexts(log: Log): Promise<Texts> {
  return createTexts({
    sources: await readLocales(),
    report: (fault) => log.warn(fault, "a text is missing"),
  });
}

/** The chats that the configuration and the environment switch on, started. */
export async function createChats(
  config: BootConfig,
  secrets: Secrets,
  parts: ChatParts,
): Promise<BuiltChats> {
  if (config.role !== "all" && config.role !== "bot") return { chats: [], stop: async () => undefined };
  const reader = readerOf(config);
  const people = createPeople(ownersOf(config), reader, parts.stores);
  const desk = await buildDeskChat(parts, people);
  const { deskChat, texts } = desk;
  const chats: Chat[] = [];
  const stops: (() => Promise<void>)[] = [];
  let webUrl: string | undefined;
  const { telegramToken } = secrets;
  const telegram =
    telegramToken === undefined ? undefined : buildTelegram(telegramToken, config, secrets, desk);
  if (telegram !== undefined) {
    chats.push(telegram.chat);
    stops.push(() => telegram.stop());
    await telegram.start();
  }
  if (config.chat.web.enabled) {
    const { log } = parts.context;
    const { host, port, names: hosts } = config.chat.web;
    const { buttons, webHistory: store } = parts.stores;
    const web = await createWebChat({
      host,
      port,
      hosts,
      ...(secrets.webPassword !== undefined && { password: secrets.webPassword }),
      deskChat,
      buttons,
      store,
      texts,
      reader,
      currentReader: () => people.reader(WEB_ADDRESS),
      ...(telegram && { tellElsewhere: (cards) => telegram.tell(cards) }),
      clock: wallClock,
      log,
      health: async () => ({ ok: (await parts.control.status()).isFeedFresh, mode: config.mode }),
    });
    await parts.stores.subscriptions.add("web", WEB_ADDRESS.chatId);
    stops.push(() => web.stop());
    chats.push(web.chat);
    webUrl = (await web.start()).url;
  }
  const stop = async () => {
    for (const each of stops) await each();
  };
  return { chats, stop, ...(webUrl !== undefined && { webUrl }) };
}

function readerOf({ chat }: BootConfig): Reader {
  return { locale: chat.locale, timeZone: chat.timeZone };
}

/** People whom the boot configuration names: the chat cannot take their rights away. */
function ownersOf(config: BootConfig): readonly Person[] {
  const reader = readerOf(config);
  return config.chat.telegram.people.map(({ id, role, name }) => ({
    ...reader,
    platform: "telegram",
    id: String(id),
    role,
    ...(name !== undefined && { name }),
  }));
}

/** Who sits at the web chat is one person with the Telegram account that the boot configuration names. */
export function personsOf({ chat }: BootConfig): (userId: string) => string {
  const { telegramId } = chat.web;
  return (userId) => (userId === WEB_USER_ID && telegramId !== undefined ? `telegram:${telegramId}` : userId);
}

async function deskVersion(): Promise<string> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return String((JSON.parse(text) as { version: unknown }).version);
}

interface BuiltDeskChat extends ChatParts {
  readonly deskChat: DeskChat;
  readonly people: People;
  readonly connections: Connections;
}

async function buildDeskChat(parts: ChatParts, people: People): Promise<BuiltDeskChat> {
  const { control, stores, texts } = parts;
  const { log, mode } = parts.context;
  const connections = createConnections();
  const deskChat = createDeskChat({
    control,
    buttons: stores.buttons,
    settings: stores.settings,
    prompts: stores.prompts,
    roster: stores.roster,
    preferences: stores.preferences,
    audit: stores.audit,
    people,
    connections,
    recentLog: parts.recentLog ?? { newest: () => [] },
    clock: wallClock,
    version: await deskVersion(),
    texts,
    log,
    mode,
    ...(parts.oneTimeCodes && { oneTimeCodes: parts.oneTimeCodes }),
  });
  return {
    ...parts,
    people,
    connections,
    deskChat: createAuditedChat(deskChat, stores.audit, wallClock, log),
  };
}

function buildTelegram(
  token: string,
  config: BootConfig,
  { telegramApiRoot: apiRoot, telegramWebhookSecret }: Secrets,
  desk: BuiltDeskChat,
): Telegram {
  const { deskChat, texts, stores, context, people } = desk;
  const webhook = webhookOf(config, telegramWebhookSecret);
  return createTelegram({
    token,
    ...(apiRoot !== undefined && { apiRoot }),
    ...(webhook !== undefined && { webhook }),
    deskChat,
    texts,
    people,
    buttons: stores.buttons,
    subscriptions: stores.subscriptions,
    preferences: stores.preferences,
    clock: wallClock,
    onRival: (since) => tellOfRival(desk, since),
    log: context.log,
  });
}

/** Every chat hears of it, also the web chat: commands may go to the other process. */
async function tellOfRival(
  { connections, context }: BuiltDeskChat,
  since: number | undefined,
): Promise<void> {
  const [key, silent] =
    since === undefined ? (["notice-rival-gone", true] as const) : (["notice-rival", false] as const);
  connections.setRival("telegram", since);
  const notice = { key, args: { platform: "telegram" }, silent };
  await context.ledger.post(`${key}-${wallClock.now()}`, notice, context.clock.now());
  await context.queues.enqueue("deliver-outbox", {});
}

/** Without a secret of its own, a webhook gets a new one at each start: Telegram is told it anyway. */
function webhookOf({ chat }: BootConfig, secret = randomBytes(32).toString("base64url")) {
  const { url, host, port } = chat.telegram.webhook;
  return url === undefined ? undefined : { url, host, port, secret };
}

export interface HeadlessDesk extends BuiltChats {
  /** Taps the approve button of the oldest proposal that was not tapped yet; `false` when there is none. */
  approveNext(): Promise<boolean>;
}

export type OnHeadlessCard = NonNullable<HeadlessChatOptions["onCard"]>;

/** A chat without a person, for replays and benchmarks. */
export async function createHeadlessChats(parts: ChatParts, onCard: OnHeadlessCard): Promise<HeadlessDesk> {
  const proposals: MessageRef[] = [];
  const reader = { locale: "en", timeZone: parts.context.timeZone };
  const headless = createHeadlessChat({
    deskChat: (await buildDeskChat(parts, createPeople([], reader))).deskChat,
    buttons: parts.stores.buttons,
    reader,
    onCard: (card, content, ref) => {
      if (content.kind === "trade" && content.trade.state === "proposed") proposals.push(ref);
      onCard(card, content, ref);
    },
  });
  await parts.stores.subscriptions.add("headless", HEADLESS_CHAT_ID);
  return {
    chats: [headless.chat],
    stop: async () => undefined,
    approveNext: async () => {
      const ref = proposals.shift();
      if (ref !== undefined) await headless.approve(ref);
      return ref !== undefined;
    },
  };
}
