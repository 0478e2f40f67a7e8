import type { Api } from "grammy";
import type { LanguageCode } from "grammy/types";
import { LOCALES } from "../../engine/locales.ts";
import type { Conversation, DeskChat, Reader, Role } from "../conversation.ts";
import type { Log } from "../log.ts";
import type { People } from "../people/people.ts";
import { telegramFault } from "./faults.ts";

/** The menu of commands that Telegram shows beside the text field. */
export interface Menus {
  /**
   * What a viewer may use, in every language, for whoever has no menu of their own; then everybody's own. Never
   * throws: the desk works without a menu.
   */
  publish(): Promise<void>;
  /** Gives a person a new menu when role or language is not what the last one was made for. Never throws. */
  keep(conversation: Conversation): Promise<void>;
}

interface MenusDeps {
  readonly api: Api;
  readonly deskChat: DeskChat;
  readonly people: People;
  readonly log: Log;
}

export function createMenus({ api, deskChat, people, log }: MenusDeps): Menus {
  const shown = new Map<string, string>();
  const menu = (locale: string, role: Role) =>
    deskChat.commands(locale, role).map(({ name, help }) => ({ command: name, description: help }));

  async function give(chatId: string, { locale }: Pick<Reader, "locale">, role: Role): Promise<void> {
    const key = `${locale} ${role}`;
    if (shown.get(chatId) === key) return;
    shown.set(chatId, key);
    try {
      await api.setMyCommands(menu(locale, role), { scope: { type: "chat", chat_id: Number(chatId) } });
    } catch (error) {
      // Who never wrote to the bot has no chat yet; their menu comes with their first message.
      shown.delete(chatId);
      const fault = telegramFault(error);
      if (fault.kind !== "chat-gone") log.warn({ chatId, ...fault }, "a telegram menu could not be set");
    }
  }

  async function giveEverybody(
    locale: string,
    more: { readonly language_code?: LanguageCode },
  ): Promise<void> {
    try {
      await api.setMyCommands(menu(locale, "viewer"), more);
    } catch (error) {
      log.warn({ locale, ...telegramFault(error) }, "a telegram menu could not be set");
    }
  }

  return {
    publish: async () => {
      await giveEverybody("en", {});
      for (const locale of LOCALES) await giveEverybody(locale, { language_code: languageCode(locale) });
      for (const person of await people.list()) {
        if (person.platform !== "telegram") continue;
        const reader = await people.reader({ platform: "telegram", chatId: person.id });
        await give(person.id, reader, person.role);
      }
    },
    keep: async ({ address, isPrivate = false, role, locale }) => {
      if (isPrivate) await give(address.chatId, { locale }, role);
    },
  };
}

/** Telegram knows languages without countries. */
function languageCode(locale: string): LanguageCode {
  return locale.split("-")[0] as LanguageCode;
}
