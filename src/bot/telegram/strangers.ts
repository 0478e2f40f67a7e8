import type { Chat, User } from "grammy/types";
import { text } from "../cards/list-card.ts";
import type { HandlerDeps } from "./handler-deps.ts";

/** Strangers remembered, so that each is told only once. */
const REMEMBERED = 1000;

/**
 * Tells somebody the desk does not know, in a private chat and once, what their id is: the owner needs it to
 * let them in. Bots and groups get no answer.
 */
export function strangers({
  people,
  answers,
  texts,
  log,
}: HandlerDeps): (from: User, chat: Chat) => Promise<void> {
  const told = new Set<number>();
  return async (from, chat) => {
    if (from.is_bot || chat.type !== "private" || told.has(from.id)) return;
    told.add(from.id);
    const [oldest] = told;
    if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
    log.warn({ userId: from.id }, "a telegram user who is not on the allow-list wrote to the bot");
    const address = { platform: "telegram", chatId: String(chat.id) } as const;
    const line = texts.for(await people.reader(address)).say("telegram-private", { id: String(from.id) });
    await answers.send(address, { blocks: [text(line)], buttons: [] });
  };
}
