import { z } from "zod";
import { commandButton, text, titled } from "../cards/list-card.ts";
import { groupRefusal, preferenceKey } from "../people/preference-key.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** Whole cards, or cards without scores and reasons. */
export const verbosity = defineCommand({
  name: "verbosity",
  aliases: ["brief"],
  group: "configure",
  role: "viewer",
  args: z.strictObject({ how: wordArgument.optional() }),
  handle: async (conversation, { how = "" }, { preferences, words }) => {
    const title = words.say("verbosity-title");
    const refused = groupRefusal(conversation, words, title);
    if (refused !== undefined) return [refused];
    const key = preferenceKey(conversation.address);
    if (how === "short" || how === "full") await preferences.change(key, { brief: how === "short" });
    const { brief = false } = await preferences.read(key);
    const line = brief ? words.say("verbosity-short") : words.say("verbosity-full");
    const other = brief
      ? commandButton(words.say("button-full"), "/verbosity full")
      : commandButton(words.say("button-short"), "/verbosity short");
    return [titled(title, [text(line)], [[other]])];
  },
});
