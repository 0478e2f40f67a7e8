import { z } from "zod";
import { LOCALES } from "../../engine/locales.ts";
import { commandButton, inRows, text, titled } from "../cards/list-card.ts";
import { groupRefusal, preferenceKey } from "../people/preference-key.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

export const language = defineCommand({
  name: "language",
  aliases: ["lang"],
  group: "configure",
  role: "viewer",
  args: z.strictObject({ language: wordArgument.optional() }),
  handle: async (conversation, { language: wanted = "" }, { preferences, texts, words }) => {
    const title = words.say("language-title");
    const refused = groupRefusal(conversation, words, title);
    if (refused !== undefined) return [refused];
    const locale = LOCALES.find((each) => each.toLowerCase() === wanted.toLowerCase());
    if (locale === undefined) {
      const buttons = LOCALES.map((each) => commandButton(listedName(each), `/language ${each}`));
      return [
        titled(
          title,
          [text(words.say("language-now", { name: languageName(words.reader.locale) }))],
          inRows(buttons, 2),
        ),
      ];
    }
    await preferences.change(preferenceKey(conversation.address), { locale });
    const after = texts.for({ ...words.reader, locale });
    return [
      titled(after.say("language-title"), [text(after.say("language-set", { name: languageName(locale) }))]),
    ];
  },
});

/** The same where it stands alone: with a capital, also where the language writes its name without. */
function listedName(locale: string): string {
  const name = languageName(locale);
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1);
}

/** What a language calls itself. */
function languageName(locale: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
}
