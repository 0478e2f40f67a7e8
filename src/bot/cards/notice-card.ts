import type { NoticeContent } from "../../engine/ports/chat.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { sessionBriefCard } from "./session-brief-card.ts";

export function noticeCard(words: Words, { key, args, brief }: NoticeContent): Card {
  if (brief !== undefined) return sessionBriefCard(words, brief);
  return { blocks: [{ kind: "text", text: words.phrase({ key, args }) }], buttons: [] };
}
