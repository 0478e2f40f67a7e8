import { z } from "zod";
import { commandButton, text, titled } from "../cards/list-card.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** What people look at most, each a whole message. */
const KEYS = [
  ["/status", "/signals", "/positions"],
  ["/scan", "/chart", "/levels"],
  ["/risk", "/pnl", "/help"],
] as const;

/** Keys below the typing line of a private Telegram chat. */
export const keyboard = defineCommand({
  name: "keyboard",
  aliases: ["keys"],
  group: "configure",
  role: "viewer",
  args: z.strictObject({ how: wordArgument.optional() }),
  handle: async ({ address, isPrivate = false }, { how }, { words }) => {
    const title = words.say("keyboard-title");
    if (address.platform !== "telegram" || !isPrivate)
      return [titled(title, [text(words.say("keyboard-elsewhere"))])];
    if (how === "on") return [{ ...titled(title, [text(words.say("keyboard-on"))]), keys: KEYS }];
    if (how === "off") return [{ ...titled(title, [text(words.say("keyboard-off"))]), keys: [] }];
    const choices = [
      commandButton(words.say("button-keyboard-on"), "/keyboard on"),
      commandButton(words.say("button-keyboard-off"), "/keyboard off"),
    ];
    return [titled(title, [text(words.say("keyboard-about"))], [choices])];
  },
});
