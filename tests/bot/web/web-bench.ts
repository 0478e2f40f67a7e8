import { once } from "node:events";
import { WebSocket } from "ws";
import { createWebChat, type WebChat, type WebChatOptions } from "../../../src/bot/web/create-web-chat.ts";
import type { ClientMessage, MessageView, ServerMessage } from "../../../src/bot/web/protocol.ts";
import type { OutgoingMessage } from "../../../src/engine/ports/chat.ts";
import type { WebHistory } from "../../../src/engine/ports/web-history.ts";
import { strictTexts } from "../../fakes/chat-desk.ts";
import { createMemoryWebHistory } from "../../fakes/memory-web-history.ts";
import {
  type CountedButtons,
  createCountedButtons,
  createScriptedDesk,
  type ScriptedDesk,
} from "./scripted-desk.ts";

export const START = Date.UTC(2026, 10, 2, 14, 0, 0);

export interface WebBench {
  readonly web: WebChat;
  readonly desk: ScriptedDesk;
  readonly buttons: CountedButtons;
  readonly store: WebHistory;
  readonly clock: { time: number; now(): number };
  readonly origin: string;
  readonly link: string;
  readonly logged: { readonly level: string; readonly event: string }[];
  signIn(): Promise<string>;
  connect(cookie: string, after?: number): Promise<TestPage>;
}

/** The running web chat on a free port of loopback, with a scripted desk behind it. */
export async function startWebBench(options: Partial<WebChatOptions> = {}): Promise<WebBench> {
  const desk = createScriptedDesk();
  const buttons = createCountedButtons();
  const store = options.store ?? createMemoryWebHistory();
  const clock = { time: START, now: () => clock.time };
  const logged: { level: string; event: string }[] = [];
  const logTo = (level: string) => (_fields: object, event: string) => void logged.push({ level, event });
  const web = await createWebChat({
    host: "127.0.0.1",
    port: 0,
    deskChat: desk,
    buttons,
    reader: { locale: "en", timeZone: "Europe/Berlin" },
    clock,
    texts: strictTexts(),
    log: { info: logTo("info"), warn: logTo("warn"), error: logTo("error") },
    ...options,
    store,
  });
  const { url: link } = await web.start();
  const { origin } = new URL(link);
  return {
    web,
    desk,
    buttons,
    store,
    clock,
    origin,
    link,
    logged,
    async signIn() {
      const response = await postSecret(origin, secretOf(web.newLink()));
      return cookieOf(response);
    },
    connect: (cookie, after = 0) => openPage(origin, cookie, after),
  };
}

export function secretOf(link: string): string {
  return new URL(link).hash.slice(1);
}

export function postSecret(origin: string, secret: string, headers: Record<string, string> = {}) {
  return fetch(`${origin}/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, ...headers },
    body: JSON.stringify({ secret }),
  });
}

/** The part of the `Set-Cookie` header that a browser sends back. */
export function cookieOf(response: Response): string {
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

type Of<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

export interface TestPage {
  readonly socket: WebSocket;
  readonly welcome: Of<"welcome">;
  send(message: ClientMessage): void;
  /** The next message of this type that was not taken yet. */
  next<Type extends ServerMessage["type"]>(type: Type): Promise<Of<Type>>;
  close(): Promise<void>;
}

export async function openPage(origin: string, cookie: string, after: number): Promise<TestPage> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/live`, { headers: { cookie, origin } });
  const waiting: ServerMessage[] = [];
  const listeners = new Set<() => void>();
  socket.on("message", (raw) => {
    waiting.push(JSON.parse(raw.toString()));
    for (const listener of listeners) listener();
  });
  await once(socket, "open");
  function next<Type extends ServerMessage["type"]>(type: Type): Promise<Of<Type>> {
    const isWanted = (message: ServerMessage): message is Of<Type> => message.type === type;
    return new Promise((resolve) => {
      const look = () => {
        const index = waiting.findIndex(isWanted);
        const [found] = index < 0 ? [] : waiting.splice(index, 1);
        if (found === undefined || !isWanted(found)) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
    });
  }
  const send = (message: ClientMessage) => socket.send(JSON.stringify(message));
  send({ type: "hello", after });
  return {
    socket,
    welcome: await next("welcome"),
    send,
    next,
    async close() {
      const closed = once(socket, "close");
      socket.close();
      await closed;
    },
  };
}

/** A message of the desk that says its key; `button` gives it a button with that command. */
export function notice(key: string, args: Record<string, string> = {}): OutgoingMessage {
  return { content: { kind: "notice", notice: { key, args, silent: false } }, silent: false };
}

export function textOf(message: MessageView): string {
  if (message.said.from === "person") return message.said.text;
  return message.said.blocks.map((block) => ("text" in block ? block.text : block.kind)).join(" ");
}
