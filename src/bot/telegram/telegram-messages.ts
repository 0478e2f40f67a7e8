import { type Api, InputFile } from "grammy";
import type { IssuedCard } from "../issued-card.ts";
import { placeOf } from "./chat-id.ts";
import { telegramFault } from "./faults.ts";
import { keyboard, newKeyboard } from "./keyboard.ts";
import { cardLines, type Line, withLinks } from "./lines.ts";
import type { MessageParts } from "./message-id.ts";
import { type FormattedText, firstPage, MAX_CAPTION, MAX_TEXT, textPages } from "./pages.ts";

/** Writes cards as Telegram messages. Throws what grammY throws; an edit that changes nothing succeeds. */
export interface TelegramMessages {
  /** One card as one message, or as a photo with a text below it when the text is too long for a caption. */
  post(chatId: string, card: IssuedCard, silent: boolean): Promise<MessageParts>;
  /** One card as as many messages as its text needs; the buttons stand under the last. */
  postAll(chatId: string, card: IssuedCard): Promise<MessageParts>;
  /** One card as an answer to a message; it comes without the link when that message is gone. */
  answer(chatId: string, to: MessageParts, card: IssuedCard, silent: boolean): Promise<MessageParts>;
  redraw(chatId: string, parts: MessageParts, card: IssuedCard): Promise<void>;
}

const NO_PREVIEW = { link_preview_options: { is_disabled: true } } as const;

/** `botName` tells the bot's user name once Telegram has told it: links lead there. */
export function createTelegramMessages(
  api: Api,
  botName: () => string | undefined = () => undefined,
): TelegramMessages {
  const linesOf = ({ blocks }: IssuedCard, chatId: string) => withLinks(cardLines(blocks), chatId, botName());
  const photoOf = (image: Uint8Array) => new InputFile(image, "chart.png");

  async function sendText(place: string, { text, entities }: FormattedText, more: object): Promise<number> {
    const { chatId, topic } = target(place);
    const options = { entities: [...entities], ...NO_PREVIEW, ...topic, ...more };
    const sent = await api.sendMessage(chatId, text, options);
    return sent.message_id;
  }

  async function sendPhoto(
    place: string,
    image: Uint8Array,
    { text, entities }: FormattedText,
    more: object,
  ): Promise<number> {
    const caption = { caption: text, caption_entities: [...entities] };
    const { chatId, topic } = target(place);
    return (await api.sendPhoto(chatId, photoOf(image), { ...caption, ...topic, ...more })).message_id;
  }

  async function post(
    chatId: string,
    card: IssuedCard,
    silent: boolean,
    split: (lines: readonly Line[]) => readonly FormattedText[],
  ): Promise<MessageParts> {
    const lines = linesOf(card, chatId);
    const quiet = silent ? { disable_notification: true } : {};
    const markup = { reply_markup: newKeyboard(card) };
    const { image } = card;
    if (image !== undefined && fitsCaption(lines)) {
      const photo = await sendPhoto(chatId, image, firstPage(lines, MAX_CAPTION), { ...quiet, ...markup });
      return { photo };
    }
    const photo = image === undefined ? undefined : await sendPhoto(chatId, image, headline(lines), quiet);
    const pages = split(lines);
    let text = 0;
    for (const [at, page] of pages.entries()) {
      const isLast = at === pages.length - 1;
      text = await sendText(chatId, page, { ...quiet, ...(isLast ? markup : {}) });
    }
    return { ...(photo === undefined ? {} : { photo }), text };
  }

  return {
    post: (chatId, card, silent) => post(chatId, card, silent, (lines) => [firstPage(lines, MAX_TEXT)]),
    postAll: (chatId, card) => post(chatId, card, false, (lines) => textPages(lines, MAX_TEXT)),
    answer: async (chatId, { photo, text }, card, silent) => {
      const to = { message_id: photo ?? text ?? 0, allow_sending_without_reply: true };
      const more = { reply_parameters: to, ...(silent ? { disable_notification: true } : {}) };
      return { text: await sendText(chatId, firstPage(linesOf(card, chatId), MAX_TEXT), more) };
    },
    redraw: async (place, { photo, text }, card) => {
      const { chatId } = placeOf(place);
      const lines = linesOf(card, chatId);
      const markup = { reply_markup: keyboard(card) };
      const { image } = card;
      if (photo !== undefined && text !== undefined) {
        if (image !== undefined) await editMedia(api, chatId, photo, image, headline(lines), {});
        await editText(api, chatId, text, lines, markup);
      } else if (image !== undefined) {
        const id = photo ?? text ?? 0;
        await editMedia(api, chatId, id, image, firstPage(lines, MAX_CAPTION), markup);
      } else if (photo !== undefined) {
        await editCaption(api, chatId, photo, lines, markup);
      } else {
        await editText(api, chatId, text ?? 0, lines, markup);
      }
    },
  };
}

function target(place: string) {
  const { chatId, topicId } = placeOf(place);
  return { chatId, topic: topicId === undefined ? {} : { message_thread_id: topicId } };
}

function fitsCaption(lines: readonly Line[]): boolean {
  return textPages(lines, MAX_CAPTION).length <= 1;
}

/** Caption of a photo whose text stands below it. */
function headline(lines: readonly Line[]): FormattedText {
  return firstPage(lines.slice(0, 1), MAX_CAPTION);
}

type Markup = { readonly reply_markup: ReturnType<typeof keyboard> };

async function editMedia(
  api: Api,
  chatId: string,
  messageId: number,
  image: Uint8Array,
  { text, entities }: FormattedText,
  more: Markup | object,
): Promise<void> {
  const media = new InputFile(image, "chart.png");
  const caption = { caption: text, caption_entities: [...entities] };
  await unlessUnchanged(() =>
    api.editMessageMedia(chatId, messageId, { type: "photo", media, ...caption }, more),
  );
}

async function editText(
  api: Api,
  chatId: string,
  messageId: number,
  lines: readonly Line[],
  more: Markup,
  again = true,
): Promise<void> {
  const { text, entities } = firstPage(lines, MAX_TEXT);
  const form = await unlessUnchanged(() =>
    api.editMessageText(chatId, messageId, text, { entities: [...entities], ...NO_PREVIEW, ...more }),
  );
  // An earlier edit may have put a chart into what was a text.
  if (form === "other-form" && again) await editCaption(api, chatId, messageId, lines, more, false);
}

async function editCaption(
  api: Api,
  chatId: string,
  messageId: number,
  lines: readonly Line[],
  more: Markup,
  again = true,
): Promise<void> {
  const { text, entities } = firstPage(lines, MAX_CAPTION);
  const caption = { caption: text, caption_entities: [...entities] };
  const form = await unlessUnchanged(() =>
    api.editMessageCaption(chatId, messageId, { ...caption, ...more }),
  );
  if (form === "other-form" && again) await editText(api, chatId, messageId, lines, more, false);
}

async function unlessUnchanged(edit: () => Promise<unknown>): Promise<"edited" | "other-form"> {
  try {
    await edit();
    return "edited";
  } catch (error) {
    const { kind } = telegramFault(error);
    if (kind === "not-modified") return "edited";
    if (kind === "other-form") return "other-form";
    throw error;
  }
}
