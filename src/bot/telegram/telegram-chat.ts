import { DeskError } from "../../engine/errors.ts";
import type { Buttons } from "../../engine/ports/buttons.ts";
import type { CardContent, Chat, ChatAddress, MessageRef, OutgoingMessage } from "../../engine/ports/chat.ts";
import type { Preferences } from "../../engine/ports/preferences.ts";
import type { Subscriptions } from "../../engine/ports/settings-store.ts";
import type { DeskChat } from "../conversation.ts";
import { type IssuedCard, issueCard } from "../issued-card.ts";
import type { Log } from "../log.ts";
import type { People } from "../people/people.ts";
import { placeOf } from "./chat-id.ts";
import { deskError, telegramFault } from "./faults.ts";
import { decodeMessageId, encodeMessageId } from "./message-id.ts";
import type { Pace } from "./pace.ts";
import type { Sleep } from "./retry.ts";
import { moveSubscription } from "./subscription.ts";
import type { TelegramMessages } from "./telegram-messages.ts";

export interface TelegramChatDeps {
  readonly messages: TelegramMessages;
  readonly deskChat: DeskChat;
  readonly buttons: Buttons;
  readonly people: People;
  readonly subscriptions: Subscriptions;
  readonly preferences: Pick<Preferences, "move">;
  readonly log: Log;
  readonly pace: Pick<Pace, "steadyWaitMs">;
  readonly sleep: Sleep;
}

/** A delivery does not wait longer for its turn: other chats may have theirs meanwhile. */
const PATIENCE_MS = 1500;

/**
 * Telegram as the desk's deliveries see it. Sends once: who retries is the outbox. A message that arrived
 * although its answer was lost is sent again by the next try; any of the two cards works, once.
 */
export function createTelegramChat(deps: TelegramChatDeps): Chat {
  return {
    platform: "telegram",
    send: (chatId, message) => send(deps, chatId, message),
    edit: (ref, message) => edit(deps, ref, message),
    answer: (ref, message) => answer(deps, ref, message),
  };
}

async function send(
  deps: TelegramChatDeps,
  chatId: string,
  message: OutgoingMessage,
  mayMigrate = true,
): Promise<MessageRef> {
  const address = { platform: "telegram", chatId } as const;
  await checkPerson(deps.people, chatId);
  await takeTurn(deps, chatId);
  const card = await issued(deps, address, message);
  try {
    const parts = await deps.messages.post(chatId, card, message.silent);
    return { ...address, messageId: encodeMessageId(parts) };
  } catch (error) {
    const fault = telegramFault(error);
    if (fault.kind === "chat-gone") await deps.subscriptions.remove("telegram", chatId);
    if (fault.kind !== "migrated" || !mayMigrate) throw deskError(fault);
    await moveSubscription(deps, chatId, fault.chatId);
    return send(deps, fault.chatId, message, false);
  }
}

async function edit(deps: TelegramChatDeps, ref: MessageRef, message: OutgoingMessage): Promise<void> {
  await takeTurn(deps, ref.chatId);
  const parts = decodeMessageId(ref.messageId);
  if (parts.photo === undefined && parts.text === undefined) throw new DeskError("chat-message-gone");
  const card = await issued(deps, ref, message);
  try {
    await deps.messages.redraw(ref.chatId, parts, card);
  } catch (error) {
    const fault = telegramFault(error);
    if (fault.kind !== "migrated") throw deskError(fault);
    // Messages of the old group stay behind where nobody can edit them.
    await moveSubscription(deps, ref.chatId, fault.chatId);
    throw new DeskError("chat-message-gone", { reason: "migrated" });
  }
}

async function answer(
  deps: TelegramChatDeps,
  ref: MessageRef,
  message: OutgoingMessage,
): Promise<MessageRef> {
  await checkPerson(deps.people, ref.chatId);
  await takeTurn(deps, ref.chatId);
  const card = await issued(deps, ref, message);
  try {
    const parts = await deps.messages.answer(
      ref.chatId,
      decodeMessageId(ref.messageId),
      card,
      message.silent,
    );
    return { platform: "telegram", chatId: ref.chatId, messageId: encodeMessageId(parts) };
  } catch (error) {
    throw deskError(telegramFault(error));
  }
}

async function takeTurn({ pace, sleep }: TelegramChatDeps, chatId: string): Promise<void> {
  const retryAfterMs = pace.steadyWaitMs(placeOf(chatId).chatId);
  if (retryAfterMs > PATIENCE_MS) throw new DeskError("chat-rate-limited", {}, { retryAfterMs });
  if (retryAfterMs > 0) await sleep(retryAfterMs);
}

/** A private chat belongs to one user: when that user may not use the desk any more, it gets no signals either. */
async function checkPerson(people: People, chatId: string): Promise<void> {
  const isPrivate = !chatId.startsWith("-");
  if (isPrivate && (await people.find("telegram", chatId)) === undefined) {
    throw new DeskError("chat-gone", { reason: "not on the allow-list" });
  }
}

async function issued(
  { deskChat, buttons, people }: TelegramChatDeps,
  { platform, chatId }: ChatAddress,
  { content, image }: OutgoingMessage,
): Promise<IssuedCard> {
  const address = { platform, chatId };
  const card = deskChat.card(content, await people.reader(address));
  const shown = image === undefined ? card : { ...card, image };
  return issueCard(shown, buttons, address, groupOf(content, address));
}

/** Tokens are not revoked when a card is redrawn: an older one meets a newer version and is told so. */
function groupOf(content: CardContent, { chatId }: ChatAddress): string {
  return content.kind === "trade"
    ? `telegram:${chatId}:${content.trade.id}:${content.trade.version}`
    : `telegram:${chatId}:notice`;
}
