import { DeskError } from "../../engine/errors.ts";
import type { Buttons } from "../../engine/ports/buttons.ts";
import type { CardContent, Chat, MessageRef, OutgoingMessage } from "../../engine/ports/chat.ts";
import type { Actor } from "../../engine/trade/trade.ts";
import type { Card } from "../card.ts";
import type { DeskChat, Reader, TapAnswer } from "../conversation.ts";
import { type IssuedCard, issueCard } from "../issued-card.ts";

export interface HeadlessChatOptions {
  readonly deskChat: DeskChat;
  readonly buttons: Buttons;
  readonly reader: Reader;
  /** Called after each card that was sent or redrawn; what it throws fails the delivery. */
  readonly onCard?: (card: IssuedCard, content: CardContent, ref: MessageRef) => void;
}

/** What a message shows at the moment. Images are only measured: a replay draws thousands. */
export interface HeadlessMessage {
  readonly card: IssuedCard;
  readonly imageBytes: number | undefined;
}

export interface HeadlessChat {
  readonly chat: Chat;
  /** Messages sent; redrawing one does not count. */
  readonly cards: number;
  /** Images that came with messages or redrawings. */
  readonly charts: number;
  shown(ref: MessageRef): HeadlessMessage | undefined;
  /** Taps the button that approves the full size, as the replay's own trader. `undefined` when there is none. */
  approve(ref: MessageRef): Promise<TapAnswer | undefined>;
}

/** The only chat there is. */
export const HEADLESS_CHAT_ID = "replay";
const ADDRESS = { platform: "headless", chatId: HEADLESS_CHAT_ID } as const;
const TRADER: Actor = { userId: "headless:replay", name: "replay" };

/**
 * A chat without people for replays: cards get real tokens and can be tapped, nothing is shown.
 *
 * @example
 * const headless = createHeadlessChat({ deskChat, buttons, reader: { locale: "en", timeZone: "UTC" } });
 * const ref = await headless.chat.send(HEADLESS_CHAT_ID, message);
 * await headless.approve(ref);
 */
export function createHeadlessChat(options: HeadlessChatOptions): HeadlessChat {
  const { deskChat, buttons, reader, onCard } = options;
  const messages = new Map<string, HeadlessMessage & { readonly approveToken: string | undefined }>();
  let cards = 0;
  let charts = 0;

  async function show(ref: MessageRef, message: OutgoingMessage): Promise<void> {
    const card = deskChat.card(message.content, reader);
    const issued = await issueCard(card, buttons, ADDRESS, `headless:${ref.messageId}`);
    const imageBytes = message.image?.byteLength ?? messages.get(ref.messageId)?.imageBytes;
    messages.set(ref.messageId, { card: issued, imageBytes, approveToken: approveToken(card, issued) });
    if (message.image !== undefined) charts += 1;
    onCard?.(
      message.image === undefined ? issued : { ...issued, image: message.image },
      message.content,
      ref,
    );
  }

  const chat: Chat = {
    platform: "headless",
    send: async (chatId, message) => {
      if (chatId !== HEADLESS_CHAT_ID) throw new DeskError("chat-gone", { chatId });
      cards += 1;
      const ref = { ...ADDRESS, messageId: String(cards) };
      await show(ref, message);
      return ref;
    },
    edit: async (ref, message) => {
      if (!messages.has(ref.messageId))
        throw new DeskError("chat-message-gone", { messageId: ref.messageId });
      await buttons.revoke(`headless:${ref.messageId}`);
      await show(ref, message);
    },
  };

  return {
    chat,
    get cards() {
      return cards;
    },
    get charts() {
      return charts;
    },
    shown: (ref) => messages.get(ref.messageId),
    approve: async (ref) => {
      const token = messages.get(ref.messageId)?.approveToken;
      if (token === undefined) return undefined;
      const conversation = { ...reader, address: ADDRESS, actor: TRADER, role: "trader" } as const;
      return deskChat.onTap(conversation, token);
    },
  };
}

function approveToken(card: Card, issued: IssuedCard): string | undefined {
  const at = card.buttons
    .flat()
    .findIndex(({ action }) => action.type === "approve" && action.sizeFactor === 1);
  return issued.buttons.flat()[at]?.token;
}
