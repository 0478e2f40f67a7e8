import { sessionsCard } from "../cards/sessions-card.ts";
import { defineCommand, noArguments } from "./command.ts";

export const sessions = defineCommand({
  name: "sessions",
  aliases: ["killzones", "kz"],
  group: "look",
  role: "viewer",
  args: noArguments,
  handle: async (_conversation, _args, { control, words }) => [sessionsCard(words, await control.sessions())],
});
