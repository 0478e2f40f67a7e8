import { z } from "zod";
import { commandButton, text, titled } from "../cards/list-card.ts";
import { pageNote, pageOf, turnButtons } from "../cards/pages.ts";
import { pageArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

const KEPT = 200;

/** The newest warnings and errors of the process that serves the chat, without anything secret. */
export const logs = defineCommand({
  name: "logs",
  aliases: ["log"],
  group: "look",
  role: "admin",
  args: z.strictObject({ page: pageArgument.optional() }),
  handle: async (_conversation, { page = 1 }, { recentLog, words }) => {
    const shown = pageOf(recentLog.newest(KEPT), page);
    const lines = shown.items.map(({ item: { at, level, text: said } }) =>
      text(words.say("logs-row", { at, mark: level === "error" ? "✖" : "⚠", said })),
    );
    return [
      titled(
        words.say("logs-title"),
        [...(lines.length === 0 ? [text(words.say("logs-none"))] : lines), ...pageNote(words, shown)],
        [[...turnButtons(words, shown, "/logs"), commandButton(words.say("button-refresh"), "/logs")]],
      ),
    ];
  },
});
