import type { AddressInfo } from "node:net";
import { DeskError } from "../../engine/errors.ts";
import type { Buttons } from "../../engine/ports/buttons.ts";
import type { Chat, OutgoingMessage } from "../../engine/ports/chat.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { WebHistory } from "../../engine/ports/web-history.ts";
import type { Card } from "../card.ts";
import type { CardsElsewhere, DeskChat, Reader } from "../conversation.ts";
import type { Log } from "../log.ts";
import type { Texts } from "../texts.ts";
import { createDeskDialog, WEB_USER_ID } from "./desk-dialog.ts";
import { createOpenPages } from "./open-pages.ts";
import { connectPage } from "./page-connection.ts";
import { pageTexts } from "./page-texts.ts";
import { allowedHosts, isLoopback } from "./request-guard.ts";
import { createSignIn } from "./sign-in.ts";
import { createThread, type Thread } from "./thread.ts";
import { WEB_ADDRESS } from "./web-address.ts";
import { createWebServer, type WebServerOptions } from "./web-server.ts";

const MIN_PASSWORD_LENGTH = 12;

export interface WebChatOptions {
  /** Address to listen on. Anything but loopback needs a password. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly deskChat: DeskChat;
  readonly buttons: Buttons;
  readonly store: WebHistory;
  /** For the page's own words; cards are written by the desk chat. */
  readonly texts: Texts;
  readonly reader: Reader;
  /** How the local admin reads now. Default: `reader`. */
  readonly currentReader?: () => Promise<Reader>;
  /** The machine's own time, also while a replay runs at another speed: sessions and limits hang on it. */
  readonly clock: Clock;
  readonly log: Log;
  /** Answers `GET /health`, without sign-in. Default: the server runs. */
  readonly health?: WebServerOptions["health"];
  /** Signs in beside the link, any number of times; at least 12 characters. Default: links only. */
  readonly password?: string;
  /** More `Host` values to answer to, with port: behind a proxy, or a published container port. */
  readonly hosts?: readonly string[];
  /** Shows people of other chats what a tap here decided about them. Default: nobody is there. */
  readonly tellElsewhere?: (cards: CardsElsewhere) => Promise<void>;
  /** Name of the local admin in cards and the audit. Default: "local". */
  readonly userName?: string;
}

export interface WebChat {
  readonly chat: Chat;
  /**
   * Listens, and makes the first sign-in link. Throws `DeskError` `web-password-required` before it would
   * listen beyond loopback without a password, `web-port-taken` when somebody else listens there.
   */
  start(): Promise<{ readonly url: string }>;
  /** A fresh one-time link; the last one, if unused, works no more. */
  newLink(): string;
  /** Closes every page, and waits for the answers that are being worked on. */
  stop(): Promise<void>;
}

/** The desk's chat in a browser on this machine, without any account. */
export async function createWebChat(options: WebChatOptions): Promise<WebChat> {
  const { store: history, clock, log, deskChat, reader, buttons } = options;
  const password = options.password === undefined ? {} : { password: options.password };
  const pages = createOpenPages();
  const thread = createThread({ history, buttons, clock, tell: pages.tell });
  const signIn = createSignIn({ history, clock, userId: WEB_USER_ID, ...password });
  const userName = options.userName ?? "local";
  const currentReader = options.currentReader ?? (async () => reader);
  const dialog = createDeskDialog({
    deskChat,
    thread,
    reader: currentReader,
    userName,
    tell: pages.tell,
    tellElsewhere: options.tellElsewhere ?? (async () => undefined),
    log,
  });
  const connection = { pages, thread, dialog, deskChat, signIn, reader: currentReader, clock, log };
  let port = options.port;
  const server = await createWebServer({
    history,
    signIn,
    log,
    texts: async () => pageTexts(options.texts.for(await currentReader())),
    health: options.health ?? (async () => ({ ok: true })),
    hosts: () => allowedHosts(options.host, port, options.hosts ?? []),
    onPage: (socket, sessionKey) => connectPage(connection, socket, sessionKey),
    onSignOut: pages.dismiss,
  });
  const newLink = () => `http://${linkHost(options.host)}:${port}/#${signIn.newLinkSecret()}`;

  return {
    chat: createChat(thread, deskChat, currentReader),
    async start() {
      requirePassword(options);
      await listen(() => server.listen({ host: options.host, port: options.port }), options);
      port = portOf(server.server.address()) ?? options.port;
      return { url: newLink() };
    },
    newLink,
    async stop() {
      pages.stop();
      await server.close();
      await dialog.settle();
    },
  };
}

function createChat(thread: Thread, deskChat: DeskChat, reader: () => Promise<Reader>): Chat {
  async function cardOf(message: OutgoingMessage): Promise<Card> {
    const card = deskChat.card(message.content, await reader());
    return message.image === undefined ? card : { ...card, image: message.image };
  }
  return {
    platform: "web",
    async send(chatId, message) {
      if (chatId !== WEB_ADDRESS.chatId) throw new DeskError("chat-gone", { chatId });
      const entry = await thread.post(await cardOf(message), { silent: message.silent, isAnswer: false });
      return { ...WEB_ADDRESS, messageId: entry.id };
    },
    async edit({ chatId, messageId }, message) {
      if (chatId !== WEB_ADDRESS.chatId) throw new DeskError("chat-gone", { chatId });
      const edited = await thread.edit(messageId, await cardOf(message), message.silent);
      if (!edited) throw new DeskError("chat-message-gone", { chatId, messageId });
    },
  };
}

function requirePassword({ host, password }: WebChatOptions): void {
  const tooShort = password !== undefined && password.length < MIN_PASSWORD_LENGTH;
  if (tooShort || (password === undefined && !isLoopback(host))) {
    throw new DeskError("web-password-required", { host, minLength: MIN_PASSWORD_LENGTH });
  }
}

async function listen(start: () => Promise<string>, { host, port }: WebChatOptions): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    throw new DeskError("web-port-taken", { host, port }, { cause: error });
  }
}

function portOf(address: AddressInfo | string | null): number | undefined {
  return typeof address === "object" ? address?.port : undefined;
}

/** Where a browser on this machine reaches the server. */
function linkHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
