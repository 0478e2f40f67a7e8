import { isDeepStrictEqual } from "node:util";
import { badRequest } from "./api-error.ts";
import type { Chats, StoredMessage } from "./chats.ts";
import {
  checkMarkup,
  checkPhoto,
  checkText,
  type FormattedText,
  keysOf,
  MAX_CAPTION,
  MAX_TEXT,
} from "./content-rules.ts";
import type { CallBody } from "./request-body.ts";
import { asApiMessage } from "./updates.ts";

export interface MethodContext {
  readonly chats: Chats;
  /** Epoch ms. */
  readonly now: () => number;
}

export type Method = (body: CallBody, context: MethodContext) => unknown;

const UNMODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

/** Methods that write messages; the rest lives with the state it needs. */
export const MESSAGE_METHODS: Readonly<Record<string, Method>> = {
  sendMessage: ({ fields }, context) => {
    const formatted = messageText(fields);
    return posted(fields, context, formatted, undefined);
  },
  sendPhoto: ({ fields, files }, context) =>
    posted(fields, context, captionOf(fields), attached(fields.photo, files)),
  editMessageText: ({ fields }, { chats }) => {
    const message = editable(chats, fields);
    if (message.photo !== undefined) throw badRequest("there is no text in the message to edit");
    return replaced(chats, message, { ...messageText(fields), markup: checkMarkup(fields.reply_markup) });
  },
  editMessageCaption: ({ fields }, { chats }) => {
    const message = editable(chats, fields);
    if (message.photo === undefined) throw badRequest("there is no caption in the message to edit");
    return replaced(chats, message, { ...captionOf(fields), markup: checkMarkup(fields.reply_markup) });
  },
  editMessageMedia: ({ fields, files }, { chats }) => {
    const message = editable(chats, fields);
    const media = fields.media as Record<string, unknown> | undefined;
    if (media?.type !== "photo") throw badRequest("wrong type of the media");
    const photo = attached(media.media, files);
    return replaced(chats, message, {
      ...captionOf(media),
      photo,
      markup: checkMarkup(fields.reply_markup),
    });
  },
  editMessageReplyMarkup: ({ fields }, { chats }) =>
    replaced(chats, editable(chats, fields), { markup: checkMarkup(fields.reply_markup) }),
  deleteMessage: ({ fields }, { chats }) => {
    chats.reachable(fields.chat_id);
    if (chats.forget(Number(fields.chat_id), Number(fields.message_id))) return true;
    throw badRequest("message to delete not found");
  },
};

type Fields = CallBody["fields"];

function messageText(fields: Fields): FormattedText {
  const { text, entities, parse_mode: parseMode } = fields;
  const formatted = checkText({ text, entities, parseMode }, MAX_TEXT);
  if (formatted.text === "") throw badRequest("message text is empty");
  return formatted;
}

function captionOf(fields: Fields): FormattedText {
  const { caption: text, caption_entities: entities, parse_mode: parseMode } = fields;
  return checkText({ text, entities, parseMode }, MAX_CAPTION);
}

function attached(reference: unknown, files: CallBody["files"]): Buffer {
  const name = String(reference).replace(/^attach:\/\//, "");
  return checkPhoto(files.get(name));
}

function posted(
  fields: Fields,
  { chats, now }: MethodContext,
  formatted: FormattedText,
  photo: Buffer | undefined,
) {
  const chat = chats.reachable(fields.chat_id);
  const keys = keysOf(fields.reply_markup);
  const message = chats.keep({
    id: chats.newMessageId(),
    chatId: chat.id,
    date: Math.floor(now() / 1000),
    ...formatted,
    markup: checkMarkup(keys === undefined ? fields.reply_markup : undefined),
    ...(keys !== undefined && { keys }),
    photo,
    silent: fields.disable_notification === true,
    edits: 0,
    ...repliedTo(fields, chats, chat.id),
    ...(fields.message_thread_id !== undefined && { topicId: Number(fields.message_thread_id) }),
  });
  return asApiMessage(chats, message);
}

/** The message that is answered: it must be there, unless the caller takes an answer without the link. */
function repliedTo(fields: Fields, chats: Chats, chatId: number): Pick<StoredMessage, "replyTo"> {
  const to = fields.reply_parameters as Record<string, unknown> | undefined;
  if (to === undefined) return {};
  const id = Number(to.message_id);
  if (chats.find(chatId, id) !== undefined) return { replyTo: id };
  if (to.allow_sending_without_reply === true) return {};
  throw badRequest("message to be replied not found");
}

function editable(chats: Chats, fields: Fields): StoredMessage {
  const chat = chats.reachable(fields.chat_id);
  const message = chats.find(chat.id, Number(fields.message_id));
  if (message === undefined) throw badRequest("message to edit not found");
  if (message.keys !== undefined) throw badRequest("message can't be edited");
  return message;
}

function replaced(chats: Chats, message: StoredMessage, patch: Partial<StoredMessage>) {
  const next = { ...message, ...patch };
  if (isDeepStrictEqual(next, message)) throw badRequest(UNMODIFIED);
  return asApiMessage(chats, chats.keep({ ...next, edits: message.edits + 1 }));
}
