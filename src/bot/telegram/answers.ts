import type { Buttons } from "../../engine/ports/buttons.ts";
import type { ChatAddress } from "../../engine/ports/chat.ts";
import type { Card } from "../card.ts";
import { issueCard } from "../issued-card.ts";
import { encodeMessageId, type MessageParts } from "./message-id.ts";
import { type Sleep, withRetries } from "./retry.ts";
import type { TelegramMessages } from "./telegram-messages.ts";

/** Answers remembered so that a button can redraw the one it stands under; older ones get a new message. */
const REMEMBERED = 1000;

/** Cards that answer somebody, as against cards the desk brings up and keeps up to date itself. */
export interface Answers {
  send(address: ChatAddress, card: Card): Promise<void>;
  /** Redraws the answer that holds the message; `false` when the message is no answer that is remembered. */
  redraw(address: ChatAddress, messageId: number, card: Card): Promise<boolean>;
}

export interface AnswersDeps {
  readonly messages: TelegramMessages;
  readonly buttons: Buttons;
  readonly sleep: Sleep;
}

export function createAnswers({ messages, buttons, sleep }: AnswersDeps): Answers {
  const sent = new Map<string, MessageParts>();

  function remember(chatId: string, parts: MessageParts): void {
    sent.set(`${chatId} ${parts.text ?? parts.photo}`, parts);
    const [oldest] = sent.keys();
    if (sent.size > REMEMBERED && oldest !== undefined) sent.delete(oldest);
  }

  return {
    send: async (address, card) => {
      const issued = await issueCard(card, buttons, address, `telegram:${address.chatId}:answer`);
      const parts = await withRetries(() => messages.postAll(address.chatId, issued), sleep);
      remember(address.chatId, parts);
    },
    redraw: async (address, messageId, card) => {
      const parts = sent.get(`${address.chatId} ${messageId}`);
      if (parts === undefined) return false;
      const group = `telegram:${address.chatId}:answer:${encodeMessageId(parts)}`;
      const issued = await issueCard(card, buttons, address, group);
      await withRetries(() => messages.redraw(address.chatId, parts, issued), sleep);
      return true;
    },
  };
}
