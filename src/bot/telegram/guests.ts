import type { Chat, User } from "grammy/types";
import type { HandlerDeps } from "./handler-deps.ts";
import { tellOthers } from "./tell-others.ts";

const JOIN = /^\/start(?:@\S+)?\s+(join_\S{1,40})\s*$/u;

/** Answers a stranger who comes with an invitation; `false` when the text is something else. */
export async function greetGuest(
  { deskChat, answers, log }: HandlerDeps,
  from: User,
  chat: Chat,
  text: string,
): Promise<boolean> {
  const payload = JOIN.exec(text)?.[1];
  if (payload === undefined || from.is_bot || chat.type !== "private") return false;
  const name = from.username === undefined ? from.first_name : `@${from.username}`;
  const { card, admins } = await deskChat.onGuest(
    { platform: "telegram", id: String(from.id), name },
    payload,
  );
  await answers.send({ platform: "telegram", chatId: String(chat.id) }, card);
  await tellOthers(answers, log, admins);
  return true;
}
