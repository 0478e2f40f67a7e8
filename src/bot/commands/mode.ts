import { z } from "zod";
import { modeCard } from "../cards/mode-card.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** Says which mode the desk is in and what it takes to change it. No chat can: it takes configuration and a start. */
export const mode = defineCommand({
  name: "mode",
  aliases: [],
  group: "configure",
  role: "viewer",
  args: z.strictObject({ mode: wordArgument.optional() }),
  handle: async (_conversation, { mode: wanted }, { control, words }) => [
    modeCard(words, await control.status(), wanted?.toLowerCase()),
  ],
});
