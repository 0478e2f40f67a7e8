import { z } from "zod";
import { pageOf } from "../cards/pages.ts";
import { signalsCard } from "../cards/signals-card.ts";
import { pageArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

export const signals = defineCommand({
  name: "signals",
  aliases: ["proposals"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ page: pageArgument.optional() }),
  handle: async (_conversation, { page = 1 }, { control, words }) => [
    signalsCard(words, pageOf(await control.proposals(), page)),
  ],
});
