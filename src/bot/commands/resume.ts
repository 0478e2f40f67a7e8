import { resumedCard } from "../cards/resume-cards.ts";
import { defineCommand, noArguments } from "./command.ts";

export const resume = defineCommand({
  name: "resume",
  aliases: [],
  group: "act",
  role: "trader",
  args: noArguments,
  handle: async ({ actor }, _args, { control, words }) => [resumedCard(words, await control.resume(actor))],
});
