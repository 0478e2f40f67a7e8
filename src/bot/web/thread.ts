import { randomUUID } from "node:crypto";
import type { Buttons } from "../../engine/ports/buttons.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { WebContent, WebEntry, WebHistory } from "../../engine/ports/web-history.ts";
import type { Card } from "../card.ts";
import { issueCard } from "../issued-card.ts";
import { decodeMessage, encodeMessage, type StoredMessage, viewMessage } from "./message.ts";
import type { MessageView, ServerMessage } from "./protocol.ts";
import { createSerial } from "./serial.ts";
import { WEB_ADDRESS } from "./web-address.ts";

/** Messages a page gets at once. */
const PAGE_SIZE = 100;
/** A page that missed more changes than this starts anew. */
const CATCH_UP_LIMIT = 500;
/** Sent texts remembered so that one sent again is not heard twice. */
const REMEMBERED_REQUESTS = 500;

type MessagesFor<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;
/** What a page that joins has missed. */
export type Missed = Pick<MessagesFor<"welcome">, "reset" | "messages" | "more" | "sequence">;

/** The one conversation of the web chat: kept in the history, told to every open page. */
export interface Thread {
  post(card: Card, options: { readonly silent: boolean; readonly isAnswer: boolean }): Promise<WebEntry>;
  /** Rewrites a card with new button tokens; false when there is none (any more) under this id. */
  edit(id: string, card: Card, silent: boolean): Promise<boolean>;
  /**
   * Rewrites the answer that has the button with this token; false when the message is no answer or has no
   * such button. Without `keepImage` a card that has no image takes the old one away.
   */
  rewriteAnswer(tap: Tap, card: Card, options: { readonly keepImage: boolean }): Promise<boolean>;
  /** Keeps what a person wrote; false when this request has been heard before. */
  hear(text: string, requestId: string): Promise<boolean>;
  /** Calls `join` with what was missed after `sequence`; whatever comes later is told after that. */
  catchUp(sequence: number, join: (missed: Missed) => void): Promise<void>;
  earlier(beforeId: string): Promise<MessagesFor<"earlier">>;
}

/** A button that was pressed, and the message it stands in. */
export interface Tap {
  readonly token: string;
  readonly messageId: string;
}

export interface ThreadOptions {
  readonly history: WebHistory;
  readonly buttons: Buttons;
  readonly clock: Clock;
  /** Tells every open page. */
  readonly tell: (message: ServerMessage) => void;
}

type DeskMessage = Extract<StoredMessage, { from: "desk" }>;
type Look = Pick<DeskMessage, "silent" | "isAnswer" | "showsImage">;

export function createThread({ history, buttons, clock, tell }: ThreadOptions): Thread {
  const { chatId } = WEB_ADDRESS;
  // Writing and telling are one step, so that every page sees the messages in the order of their sequence.
  const inOrder = createSerial();
  const heard = new Set<string>();

  function announce(entry: WebEntry): WebEntry {
    const message = viewMessage(entry);
    if (message !== undefined) tell({ type: "message", message });
    return entry;
  }

  async function issue(card: Card, look: Look): Promise<WebContent> {
    const group = `web:${randomUUID()}`;
    const { blocks, buttons: rows } = await issueCard(card, buttons, WEB_ADDRESS, group);
    const body = encodeMessage({ from: "desk", group, ...look, blocks, buttons: rows });
    return card.image === undefined ? { body } : { body, image: card.image };
  }

  async function findCard(id: string): Promise<DeskMessage | undefined> {
    const message = decodeMessage((await history.find(chatId, id))?.body ?? "");
    return message?.from === "desk" ? message : undefined;
  }

  async function rewrite(id: string, before: DeskMessage, card: Card, look: Look): Promise<boolean> {
    const entry = await history.replace(chatId, id, await issue(card, look), clock.now());
    if (entry === undefined) return false;
    announce(entry);
    await buttons.revoke(before.group);
    return true;
  }

  return {
    post: (card, options) =>
      inOrder(async () => {
        const content = await issue(card, { ...options, showsImage: card.image !== undefined });
        return announce(await history.append(chatId, content, clock.now()));
      }),
    edit: (id, card, silent) =>
      inOrder(async () => {
        const before = await findCard(id);
        if (before === undefined) return false;
        const showsImage = card.image !== undefined || before.showsImage;
        return rewrite(id, before, card, { silent, isAnswer: before.isAnswer, showsImage });
      }),
    rewriteAnswer: ({ messageId, token }, card, { keepImage }) =>
      inOrder(async () => {
        const before = await findCard(messageId);
        if (before?.isAnswer !== true || !hasButton(before, token)) return false;
        const showsImage = card.image !== undefined || (keepImage && before.showsImage);
        return rewrite(messageId, before, card, { silent: true, isAnswer: true, showsImage });
      }),
    hear: (text, requestId) =>
      inOrder(async () => {
        if (heard.has(requestId)) return false;
        const body = encodeMessage({ from: "person", text, requestId });
        announce(await history.append(chatId, { body }, clock.now()));
        remember(heard, requestId);
        return true;
      }),
    catchUp: (sequence, join) => inOrder(async () => join(await missedAfter(history, sequence))),
    async earlier(beforeId) {
      const entries = await history.newest(chatId, PAGE_SIZE, beforeId);
      return { type: "earlier", messages: views(entries), more: entries.length === PAGE_SIZE };
    },
  };
}

function hasButton(message: DeskMessage, token: string): boolean {
  return message.buttons.flat().some((button) => button.token === token);
}

async function missedAfter(history: WebHistory, seen: number): Promise<Missed> {
  const { chatId } = WEB_ADDRESS;
  const sequence = await history.head(chatId);
  // A page that has seen more than there is belongs to a history that was deleted.
  if (seen > 0 && seen <= sequence) {
    const missed = await history.since(chatId, seen, CATCH_UP_LIMIT);
    if (missed.length < CATCH_UP_LIMIT) {
      return { reset: false, messages: views(missed), more: false, sequence };
    }
  }
  const newest = await history.newest(chatId, PAGE_SIZE);
  return { reset: true, messages: views(newest), more: newest.length === PAGE_SIZE, sequence };
}

/** Entries of an unknown form are left out: one bad message must not hide the others. */
function views(entries: readonly WebEntry[]): readonly MessageView[] {
  return entries.flatMap((entry) => viewMessage(entry) ?? []);
}

function remember(ids: Set<string>, id: string): void {
  ids.add(id);
  const [oldest] = ids;
  if (ids.size > REMEMBERED_REQUESTS && oldest !== undefined) ids.delete(oldest);
}
