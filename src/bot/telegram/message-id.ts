/** The Telegram messages that are one card: a photo with its caption, a text, or a photo and a text below it. */
export interface MessageParts {
  readonly photo?: number;
  readonly text?: number;
}

/** `p12`, `t13` or `p12t13`. */
export function encodeMessageId({ photo, text }: MessageParts): string {
  return `${photo === undefined ? "" : `p${photo}`}${text === undefined ? "" : `t${text}`}`;
}

const FORM = /^(?:p(\d{1,15}))?(?:t(\d{1,15}))?$/;

/** No parts when the id is not one of ours. */
export function decodeMessageId(messageId: string): MessageParts {
  const [, photo, text] = FORM.exec(messageId) ?? [];
  return {
    ...(photo === undefined ? {} : { photo: Number(photo) }),
    ...(text === undefined ? {} : { text: Number(text) }),
  };
}
