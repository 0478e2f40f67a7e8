import type { Callbacks } from "./callbacks.ts";
import type { Chats, EmulatedUser, StoredMessage } from "./chats.ts";
import { asApiMessage, type Update, type UpdateQueue } from "./updates.ts";

interface PeopleDeps {
  readonly chats: Chats;
  readonly callbacks: Callbacks;
  readonly updates: UpdateQueue;
  readonly now: () => number;
}

/** Telegram's own user behind which group admins write anonymously. */
const ANONYMOUS = { id: 1_087_968_824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };

/** What people do in Telegram, as updates. */
export class People {
  private readonly deps: PeopleDeps;
  private nextCallback = 1;

  constructor(deps: PeopleDeps) {
    this.deps = deps;
  }

  /** A user with an open private chat; its id is the user's. */
  join(id: number, username: string, isBot = false): EmulatedUser {
    const user = { id, username, first_name: username, is_bot: isBot, language_code: "en" };
    this.deps.chats.users.set(id, user);
    this.deps.chats.add({ id, type: "private", first_name: username });
    return user;
  }

  openGroup(id: number, title: string): void {
    this.deps.chats.add({ id, type: id < -1_000_000_000_000 ? "supergroup" : "group", title });
  }

  say(chatId: number, userId: number, text: string, more: Readonly<Record<string, unknown>> = {}): Update {
    const from = this.deps.chats.users.get(userId);
    return this.deps.updates.add({ message: { ...this.message(chatId), from, text, ...more } });
  }

  sayAnonymously(chatId: number, text: string): Update {
    const chat = this.deps.chats.reachable(chatId);
    return this.deps.updates.add({
      message: { ...this.message(chatId), from: ANONYMOUS, sender_chat: chat, text },
    });
  }

  postInChannel(channelId: number, text: string): Update {
    const chat = this.deps.chats.add({ id: channelId, type: "channel", title: "channel" });
    return this.deps.updates.add({ channel_post: { ...this.message(channelId), sender_chat: chat, text } });
  }

  /** Taps the button with that label on a message as it stands now. Answers the id of the callback query. */
  tap(userId: number, message: StoredMessage, label: string): string {
    const { chats } = this.deps;
    const now = chats.find(message.chatId, message.id) ?? message;
    const button = now.markup.inline_keyboard.flat().find(({ text }) => text === label);
    if (button === undefined || !("callback_data" in button)) throw new Error(`no button "${label}"`);
    return this.tapToken(userId, now, button.callback_data);
  }

  /** Taps with any callback data: an old button, or a forged one. */
  tapToken(userId: number, message: StoredMessage, data: string): string {
    const { chats, updates, callbacks, now } = this.deps;
    const id = `callback-${this.nextCallback}`;
    this.nextCallback += 1;
    callbacks.begin(id, now());
    updates.add({
      callback_query: {
        id,
        from: chats.users.get(userId),
        message: asApiMessage(chats, message),
        chat_instance: "1",
        data,
      },
    });
    return id;
  }

  /** The user blocks the bot, or somebody removes it from a group. */
  shutOut(chatId: number): Update {
    const { chats, updates } = this.deps;
    const chat = chats.reachable(chatId);
    const isPrivate = chat.type === "private";
    chats.close(chatId, { kind: isPrivate ? "blocked" : "kicked" });
    return updates.add({
      my_chat_member: {
        chat,
        from: chats.users.get(chatId) ?? ANONYMOUS,
        date: Math.floor(this.deps.now() / 1000),
        old_chat_member: { status: "member", user: {} },
        new_chat_member: { status: isPrivate ? "kicked" : "left", user: {} },
      },
    });
  }

  /** The group becomes a supergroup with another id; the service message can be left out, as when it got lost. */
  migrate(from: number, to: number, announce = true): void {
    const { chats, updates } = this.deps;
    const message = this.message(from);
    this.openGroup(to, "supergroup");
    chats.close(from, { kind: "migrated", to });
    if (announce) updates.add({ message: { ...message, from: ANONYMOUS, migrate_to_chat_id: to } });
  }

  private message(chatId: number) {
    const { chats, now } = this.deps;
    return {
      message_id: chats.newMessageId(),
      date: Math.floor(now() / 1000),
      chat: chats.reachable(chatId),
    };
  }
}
