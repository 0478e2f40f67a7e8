import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "grammy/types";
import type { IssuedButton, IssuedCard } from "../issued-card.ts";

const STYLES = { primary: { style: "success" }, danger: { style: "danger" }, plain: {} } as const;

/** Tokens are the whole callback data. A card without buttons takes away those it had. */
export function keyboard({ buttons }: Pick<IssuedCard, "buttons">): InlineKeyboardMarkup {
  return { inline_keyboard: buttons.map((row) => row.map(inlineButton)) };
}

/** What a new message brings: keys below the typing line where the card has them, buttons else. */
export function newKeyboard(
  card: Pick<IssuedCard, "buttons" | "keys">,
): InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove {
  const { keys } = card;
  if (keys === undefined) return keyboard(card);
  if (keys.length === 0) return { remove_keyboard: true };
  const rows = keys.map((row) => row.map((text) => ({ text })));
  return { keyboard: rows, is_persistent: true, resize_keyboard: true };
}

function inlineButton({ label, token, style }: IssuedButton): InlineKeyboardButton {
  return { text: label, callback_data: token, ...STYLES[style] };
}
