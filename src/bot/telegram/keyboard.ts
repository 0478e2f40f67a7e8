import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import type { IssuedButton, IssuedCard } from "../issued-card.ts";

const STYLES = { primary: { style: "success" }, danger: { style: "danger" }, plain: {} } as const;

/** Tokens are the whole callback data. A card without buttons takes away those it had. */
export function keyboard({ buttons }: Pick<IssuedCard, "buttons">): InlineKeyboardMarkup {
  return { inline_keyboard: buttons.map((row) => row.map(inlineButton)) };
}

function inlineButton({ label, token, style }: IssuedButton): InlineKeyboardButton {
  return { text: label, callback_data: token, ...STYLES[style] };
}
