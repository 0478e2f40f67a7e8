import type { MessageEntity } from "grammy/types";
import { badRequest } from "./api-error.ts";
import type { FormattedText } from "./content-rules.ts";

const TAGS: Readonly<Record<string, "bold" | "italic" | "underline" | "code" | "pre" | "blockquote">> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
const TOKEN = /<\/?([a-zA-Z-]*)[^>]*>?|&(#\d+|[a-z]+);?|[^<&]+|&/gu;

/** The subset of Telegram's HTML that bots use, with its errors for everything else. */
export function parseHtml(source: string): FormattedText {
  const entities: MessageEntity[] = [];
  const open: { readonly tag: string; readonly offset: number }[] = [];
  let text = "";
  for (const match of source.matchAll(TOKEN)) {
    const [token, tag, reference] = match;
    const at = Buffer.byteLength(source.slice(0, match.index));
    if (tag === undefined) {
      text += reference === undefined ? token : decoded(token, reference);
    } else if (!token.endsWith(">") || TAGS[tag] === undefined) {
      throw badRequest(`can't parse entities: Unsupported start tag "${tag}" at byte offset ${at}`);
    } else if (token.startsWith("</")) {
      const started = open.pop();
      if (started?.tag !== tag) {
        throw badRequest(`can't parse entities: Unmatched end tag at byte offset ${at}`);
      }
      const length = text.length - started.offset;
      if (length > 0) entities.push({ type: TAGS[tag], offset: started.offset, length } as MessageEntity);
    } else {
      open.push({ tag, offset: text.length });
    }
  }
  const [unclosed] = open;
  if (unclosed !== undefined) {
    throw badRequest(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  }
  return { text, entities };
}

function decoded(token: string, reference: string): string {
  if (reference.startsWith("#")) return String.fromCodePoint(Number(reference.slice(1)));
  return NAMED[reference] ?? token;
}
