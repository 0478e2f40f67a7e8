import { createAuditedChat } from "./bot/audited-chat.ts";
import type { DeskChat, Reader } from "./bot/conversation.ts";
import { createDeskChat } from "./bot/desk-chat.ts";
import {
  createHeadlessChat,
  HEADLESS_CHAT_ID,
  type HeadlessChatOptions,
} from "./bot/headless/headless-chat.ts";
import { readLocales } from "./bot/locales.ts";
import { createPeople, type Person } from "./bot/people.ts";
import { createTelegram, type Telegram } from "./bot/telegram/create-telegram.ts";
import { createTexts, type Texts } from "./bot/texts.ts";
import { createWebChat } from "./bot/web/create-web-chat.ts";
import { WEB_ADDRESS } from "./bot/web/web-address.ts";
import type { BootConfig } from "./config/boot-config.ts";
import type { Secrets } from "./config/load-config.ts";
import type { Chat, Control, MessageRef } from "./engine/ports.ts";
import type { DeskContext } from "./jobs/desk-context.ts";
import type { Stores } from "./store/stores.ts";
import { wallClock } from "./wall-clock.ts";

export interface ChatParts {
  readonly context: DeskContext;
  readonly control: Control;
  readonly stores: Stores;
}

export interface BuiltChats {
  readonly chats: readonly Chat[];
  readonly webUrl?: string;
  stop(): Promise<void>;
}

/** The chats that the configuration and the environment switch on, started. */
export async function createChats(
  config: BootConfig,
  secrets: Secrets,
  parts: ChatParts,
): Promise<BuiltChats> {
  if (config.role !== "all" && config.role !== "bot") return { chats: [], stop: async () => undefined };
  const desk = await buildDeskChat(parts);
  const { deskChat, texts } = desk;
  const reader = readerOf(config);
  const chats: Chat[] = [];
  const stops: (() => Promise<void>)[] = [];
  let webUrl: string | undefined;
  if (secrets.telegramToken !== undefined) {
    const telegram = buildTelegram(config, secrets.telegramToken, secrets.telegramApiRoot, desk);
    chats.push(telegram.chat);
    stops.push(() => telegram.stop());
    await telegram.start();
  }
  if (config.chat.web.enabled) {
    const { log } = parts.context;
    const { host, port } = config.chat.web;
    const { buttons, webHistory: store } = parts.stores;
    const web = await createWebChat({
      host,
      port,
      deskChat,
      buttons,
      store,
      texts,
      reader,
      clock: wallClock,
      log,
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

interface BuiltDeskChat extends ChatParts {
  readonly deskChat: DeskChat;
  readonly texts: Texts;
}

async function buildDeskChat(parts: ChatParts): Promise<BuiltDeskChat> {
  const { control, stores } = parts;
  const { buttons, settings, prompts } = stores;
  const { log } = parts.context;
  const texts = createTexts({
    sources: await readLocales(),
    report: (fault) => log.warn(fault, "a text is missing"),
  });
  const deskChat = createDeskChat({ control, buttons, settings, prompts, texts, log });
  return { ...parts, texts, deskChat: createAuditedChat(deskChat, stores.audit, wallClock, log) };
}

function buildTelegram(
  config: BootConfig,
  token: string,
  apiRoot: string | undefined,
  { deskChat, texts, stores, context }: BuiltDeskChat,
): Telegram {
  const reader = readerOf(config);
  const people = config.chat.telegram.people.map(
    ({ id, role }): Person => ({
      ...reader,
      platform: "telegram",
      id: String(id),
      role,
    }),
  );
  return createTelegram({
    token,
    ...(apiRoot !== undefined && { apiRoot }),
    deskChat,
    texts,
    people: createPeople(people, reader),
    buttons: stores.buttons,
    subscriptions: stores.subscriptions,
    log: context.log,
  });
}

export interface HeadlessDesk extends BuiltChats {
  /** Taps the approve button of the oldest proposal that was not tapped yet; `false` when there is none. */
  approveNext(): Promise<boolean>;
}

export type OnHeadlessCard = NonNullable<HeadlessChatOptions["onCard"]>;

/** A chat without a person, for replays and benchmarks. */
export async function createHeadlessChats(parts: ChatParts, onCard: OnHeadlessCard): Promise<HeadlessDesk> {
  const proposals: MessageRef[] = [];
  const headless = createHeadlessChat({
    deskChat: (await buildDeskChat(parts)).deskChat,
    buttons: parts.stores.buttons,
    reader: { locale: "en", timeZone: parts.context.timeZone },
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
