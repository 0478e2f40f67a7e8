import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { z } from "zod";
import { badRequest } from "./api-error.ts";
import { parseHtml } from "./parse-html.ts";

export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;
const MAX_CALLBACK_BYTES = 64;
const MAX_BUTTONS = 100;
const MAX_BUTTONS_IN_ROW = 8;
const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

const entitySchema = z.looseObject({
  type: z.enum([
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "blockquote",
    "text_link",
  ]),
  offset: z.int().min(0),
  length: z.int().min(1),
});

interface TextFields {
  readonly text: unknown;
  readonly entities: unknown;
  readonly parseMode: unknown;
}

/** Text after entities were parsed. Unlike the real server it refuses entities that do not fit the text. */
export function checkText({ text, entities, parseMode }: TextFields, limit: number): FormattedText {
  const raw = typeof text === "string" ? text : "";
  const formatted = format(raw, entities, parseMode);
  if (formatted.text !== formatted.text.trim()) {
    throw badRequest("emulator: the text would be trimmed and its entities would move");
  }
  if (formatted.text.length > limit) {
    throw badRequest(limit === MAX_CAPTION ? "message caption is too long" : "message is too long");
  }
  return formatted;
}

function format(raw: string, entities: unknown, parseMode: unknown): FormattedText {
  if (parseMode === "HTML") return parseHtml(raw);
  if (parseMode !== undefined) throw badRequest("emulator: hand-escaped markdown is not used here");
  const parsed = z.array(entitySchema).safeParse(entities ?? []);
  if (!parsed.success) throw badRequest(`can't parse entities: ${parsed.error.message}`);
  for (const { offset, length } of parsed.data) {
    if (offset + length > raw.length)
      throw badRequest(`can't parse entities: ${offset}+${length} is outside`);
  }
  return { text: raw, entities: parsed.data as MessageEntity[] };
}

const markupSchema = z.strictObject({
  inline_keyboard: z.array(
    z.array(
      z.strictObject({
        text: z.string(),
        callback_data: z.string(),
        style: z.enum(["danger", "success", "primary"]).optional(),
      }),
    ),
  ),
});

export function checkMarkup(value: unknown): InlineKeyboardMarkup {
  const parsed = markupSchema.safeParse(value ?? { inline_keyboard: [] });
  if (!parsed.success) throw badRequest("can't parse inline keyboard button");
  const rows = parsed.data.inline_keyboard.filter((row) => row.length > 0);
  if (rows.flat().length > MAX_BUTTONS) throw badRequest("reply markup is too long");
  for (const row of rows) {
    if (row.length > MAX_BUTTONS_IN_ROW) throw badRequest("emulator: more than 8 buttons in a row");
    for (const button of row) checkButton(button);
  }
  return { inline_keyboard: rows } as InlineKeyboardMarkup;
}

const keysSchema = z.union([
  z.strictObject({ remove_keyboard: z.literal(true) }),
  z.strictObject({
    keyboard: z.array(z.array(z.strictObject({ text: z.string().min(1) })).min(1)).min(1),
    is_persistent: z.boolean().optional(),
    resize_keyboard: z.boolean().optional(),
  }),
]);

/** The keys that a new message brings below the typing line: none when it takes them away, unset when it leaves them. */
export function keysOf(value: unknown): readonly (readonly string[])[] | undefined {
  const parsed = keysSchema.safeParse(value);
  if (!parsed.success) return undefined;
  if (!("keyboard" in parsed.data)) return [];
  return parsed.data.keyboard.map((row) => row.map(({ text }) => text));
}

function checkButton({ text, callback_data: data }: { text: string; callback_data: string }): void {
  if (text.trim() === "") throw badRequest("inline keyboard button text must be non-empty");
  const bytes = Buffer.byteLength(data);
  if (bytes < 1 || bytes > MAX_CALLBACK_BYTES) throw badRequest("BUTTON_DATA_INVALID");
}

export function checkPhoto(photo: Buffer | undefined): Buffer {
  if (photo === undefined || photo.length === 0) throw badRequest("there is no photo in the request");
  if (photo.length > MAX_PHOTO_BYTES) throw badRequest("file is too big for a photo");
  const isPng = photo.readUInt32BE(0) === 0x89504e47;
  const isJpeg = photo[0] === 0xff && photo[1] === 0xd8;
  if (!isPng && !isJpeg) throw badRequest("IMAGE_PROCESS_FAILED");
  return photo;
}
