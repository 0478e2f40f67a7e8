import type { Chat, User } from "grammy/types";
import type { Conversation } from "../conversation.ts";
import type { People } from "../people/people.ts";
import { idOfPlace, type ThreadedMessage } from "./chat-id.ts";

/** Only the numeric id counts. Asked for every update, so that a revoked user is out at the next one. */
export async function admit(
  people: People,
  from: User,
  chat: Chat,
  message?: ThreadedMessage,
  botName?: string,
): Promise<Conversation | undefined> {
  if (from.is_bot || chat.type === "channel") return undefined;
  const person = await people.find("telegram", String(from.id));
  if (person === undefined) return undefined;
  const name = from.username === undefined ? from.first_name : `@${from.username}`;
  return {
    address: { platform: "telegram", chatId: idOfPlace(chat, message) },
    actor: { userId: `telegram:${from.id}`, name },
    role: person.role,
    isPrivate: chat.type === "private",
    locale: person.locale,
    timeZone: person.timeZone,
    ...(person.brief !== undefined && { brief: person.brief }),
    ...(botName !== undefined && { botName }),
  };
}
