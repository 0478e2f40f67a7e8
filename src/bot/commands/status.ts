import { statusCard } from "../cards/status-card.ts";
import { defineCommand, noArguments } from "./command.ts";

export const status = defineCommand({
  name: "status",
  aliases: ["s"],
  group: "look",
  role: "viewer",
  args: noArguments,
  handle: async (_conversation, _args, { control, words }) => [statusCard(words, await control.status())],
});
