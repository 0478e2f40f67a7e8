import { z } from "zod";
import { commandButton, inRows, text, titled } from "../cards/list-card.ts";
import { listArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

const SHOWN = 100;

export const watchlist = defineCommand({
  name: "watchlist",
  aliases: ["watchlists", "wl"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ list: listArgument.optional() }),
  handle: async (_conversation, { list }, { control, words }) => {
    const lists = await control.watchlists();
    const found = lists.find(({ name }) => name === list?.toLowerCase());
    if (found === undefined) {
      const rows = lists.map(({ name, symbols }) => [name, words.count(symbols.length)] as const);
      const missing = list === undefined ? [] : [text(words.say("watchlist-unknown", { name: list }))];
      const buttons = lists.map(({ name }) => commandButton(name, `/watchlist ${name}`));
      return [
        titled(words.say("watchlist-title"), [...missing, { kind: "facts", rows }], inRows(buttons, 3)),
      ];
    }
    const { name, symbols } = found;
    const shown = symbols.slice(0, SHOWN).join(", ");
    const hidden = symbols.length - SHOWN;
    const blocks = [
      text(symbols.length === 0 ? words.say("watchlist-empty") : shown),
      ...(hidden > 0 ? [text(words.say("brief-more", { count: hidden }))] : []),
    ];
    const scan = commandButton(words.say("button-scan"), name === "all" ? "/scan" : `/scan ${name}`);
    return [titled(words.say("watchlist-named", { name, count: symbols.length }), blocks, [[scan]])];
  },
});
