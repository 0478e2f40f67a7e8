import type { ChatAddress } from "../../engine/ports/chat.ts";
import type { PersonKey } from "../../engine/ports/roster.ts";
import type { Card } from "../card.ts";
import { text, titled } from "../cards/list-card.ts";
import { roleName } from "../cards/names.ts";
import type { Conversation } from "../conversation.ts";
import { may } from "../roles.ts";
import type { Words } from "../texts.ts";

/** Whose preferences a chat's commands are about: the person's in a private chat, else the group's. */
export function preferenceKey({ platform, chatId }: ChatAddress): PersonKey {
  return { platform, id: chatId };
}

/** In a group the preferences are everybody's, so not everybody changes them. Unset: it may be done. */
export function groupRefusal(
  { isPrivate = false, role }: Conversation,
  words: Words,
  title: string,
): Card | undefined {
  if (isPrivate || may(role, "trader")) return undefined;
  const args = { needed: roleName(words, "trader"), role: roleName(words, role) };
  return titled(title, [text(words.say("tap-forbidden", args))]);
}
