import { z } from "zod";
import { text, titled } from "../cards/list-card.ts";
import { dateArgument, symbolArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { symbolPicker } from "./pickers.ts";

/** Plays a past day in the chat; the desk itself shows it, message by message. */
export const replay = defineCommand({
  name: "replay",
  aliases: [],
  group: "look",
  role: "viewer",
  args: z.strictObject({ date: dateArgument, symbol: symbolArgument.optional() }),
  handle: async (conversation, { date, symbol: named }, { control, words }) => {
    const symbols = await control.symbols();
    const symbol = named ?? (symbols.length === 1 ? symbols[0] : undefined);
    if (symbol === undefined) return [symbolPicker(words, `replay ${date}`, symbols)];
    const start = await control.replay(symbol, date, conversation.address);
    if (start === "begun") return [];
    return [
      titled(words.say("replay-title"), [text(words.say(`replay-refused-${start}`, { symbol, date }))]),
    ];
  },
});
