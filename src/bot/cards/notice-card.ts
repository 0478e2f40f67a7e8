import type { NoticeContent } from "../../engine/ports/chat.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";

export function noticeCard(words: Words, { key, args }: NoticeContent): Card {
  return { blocks: [{ kind: "text", text: words.phrase({ key, args }) }], buttons: [] };
}
