import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { ApiError, badRequest } from "./api-error.ts";

export interface EmulatedUser {
  readonly id: number;
  readonly first_name: string;
  readonly username?: string;
  readonly is_bot: boolean;
  readonly language_code?: string;
}

export type EmulatedChat =
  | { readonly id: number; readonly type: "private"; readonly first_name: string }
  | { readonly id: number; readonly type: "group" | "supergroup" | "channel"; readonly title: string };

/** A message of the bot as it stands now. */
export interface StoredMessage {
  readonly id: number;
  readonly chatId: number;
  readonly date: number;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly markup: InlineKeyboardMarkup;
  /** Keys that it brought below the typing line; empty when it took them away. */
  readonly keys?: readonly (readonly string[])[];
  readonly photo: Buffer | undefined;
  readonly silent: boolean;
  /** Topic of the forum it stands in. */
  readonly topicId?: number;
  /** Id of the message that it answers. */
  readonly replyTo?: number;
  readonly edits: number;
}

type Barrier =
  | { readonly kind: "blocked" }
  | { readonly kind: "kicked" }
  | { readonly kind: "migrated"; readonly to: number };

/** Chats, who is in them and what the bot wrote there. */
export class Chats {
  readonly users = new Map<number, EmulatedUser>();
  private readonly chats = new Map<number, EmulatedChat>();
  private readonly barriers = new Map<number, Barrier>();
  private readonly messages = new Map<string, StoredMessage>();
  private readonly newest = new Map<number, number>();
  private nextMessageId = 100;

  add(chat: EmulatedChat): EmulatedChat {
    this.chats.set(chat.id, chat);
    this.barriers.delete(chat.id);
    return chat;
  }

  close(chatId: number, barrier: Barrier): void {
    this.barriers.set(chatId, barrier);
  }

  /** The chat, if the bot may write there; throws what the real server answers otherwise. */
  reachable(chatId: unknown): EmulatedChat {
    const chat = this.chats.get(Number(chatId));
    if (chat === undefined) throw badRequest("chat not found");
    const barrier = this.barriers.get(chat.id);
    switch (barrier?.kind) {
      case undefined:
        return chat;
      case "blocked":
        throw new ApiError(403, "Forbidden: bot was blocked by the user");
      case "kicked":
        throw new ApiError(403, "Forbidden: bot was kicked from the supergroup chat");
      case "migrated":
        throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
          migrate_to_chat_id: barrier.to,
        });
    }
  }

  newMessageId(): number {
    this.nextMessageId += 1;
    return this.nextMessageId;
  }

  /** Of the bot's messages in a chat; unset when there is none. */
  newestId(chatId: number): number | undefined {
    return this.newest.get(chatId);
  }

  keep(message: StoredMessage): StoredMessage {
    this.newest.set(message.chatId, Math.max(message.id, this.newest.get(message.chatId) ?? 0));
    this.messages.set(`${message.chatId} ${message.id}`, message);
    return message;
  }

  forget(chatId: number, messageId: number): boolean {
    return this.messages.delete(`${chatId} ${messageId}`);
  }

  find(chatId: number, messageId: number): StoredMessage | undefined {
    return this.messages.get(`${chatId} ${messageId}`);
  }

  inChat(chatId: number): readonly StoredMessage[] {
    return [...this.messages.values()].filter((message) => message.chatId === chatId);
  }
}
