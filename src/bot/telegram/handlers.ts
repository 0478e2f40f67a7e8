import { Composer, type Context } from "grammy";
import type { Chat, User } from "grammy/types";
import { note } from "../cards/list-card.ts";
import { admit } from "./access.ts";
import { placeOf } from "./chat-id.ts";
import { greetGuest } from "./guests.ts";
import type { HandlerDeps } from "./handler-deps.ts";
import { strangers } from "./strangers.ts";
import { moveSubscription } from "./subscription.ts";

const COMMAND = /^\/([^\s@]+)(?:@(\S+))?/u;

/** Messages people write. What is not for the desk, or not from somebody it knows, is left alone. */
export function textHandler(deps: HandlerDeps): Composer<Context> {
  const { deskChat, people, subscriptions, answers, texts } = deps;
  const composer = new Composer<Context>();
  const tellStranger = strangers(deps);
  composer.on("message:text", async (context) => {
    const { message, chat, me } = context;
    const [, command, addressee] = COMMAND.exec(message.text) ?? [];
    if (addressee !== undefined && addressee.toLowerCase() !== me.username.toLowerCase()) return;
    // A group's own voice, a channel's or a forwarded text is nobody's word to the desk.
    if (message.sender_chat !== undefined || message.forward_origin !== undefined) return;
    const conversation = await admit(people, message.from, chat, message, me.username);
    if (conversation === undefined) {
      if (chat.type !== "private" && command === undefined) return;
      if (await greetGuest(deps, message.from, chat, message.text)) return;
      await tellStranger(message.from, chat);
      return;
    }
    // In a group only what the desk has asked this person for is meant for it, beside commands.
    if (chat.type !== "private" && command === undefined && !(await deskChat.awaits(conversation))) return;
    const cards = await deskChat.onText(conversation, message.text);
    for (const card of cards) await answers.send(conversation.address, card);
    await keepMenu(deps, message.from, chat);
    if (command?.toLowerCase() === "start" && !/\s\S/.test(message.text)) {
      await subscriptions.add("telegram", conversation.address.chatId);
      const subscribed = texts.for(conversation).say("telegram-subscribed");
      await answers.send(conversation.address, { blocks: [note(subscribed)], buttons: [] });
    }
  });
  return composer;
}

/** The command may have changed the language that its sender reads. */
async function keepMenu({ people, menus }: HandlerDeps, from: User, chat: Chat): Promise<void> {
  const conversation = await admit(people, from, chat);
  if (conversation !== undefined) await menus.keep(conversation);
}

/** Chats that go away or change their id. */
export function chatHandler(deps: HandlerDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("my_chat_member", async ({ myChatMember: { chat, new_chat_member: member } }) => {
    if (member.status !== "kicked" && member.status !== "left") return;
    for (const id of await deps.subscriptions.list("telegram")) {
      if (placeOf(id).chatId === String(chat.id)) await deps.subscriptions.remove("telegram", id);
    }
    deps.log.info({ chatId: chat.id }, "the bot was removed from a telegram chat");
  });
  composer.on("message:migrate_to_chat_id", async ({ chat, message }) => {
    await moveSubscription(deps, String(chat.id), String(message.migrate_to_chat_id));
  });
  return composer;
}
