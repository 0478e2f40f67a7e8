import { vetoesCard } from "../cards/vetoes-card.ts";
import { defineCommand, noArguments } from "./command.ts";

export const vetoes = defineCommand({
  name: "vetoes",
  aliases: [],
  group: "look",
  role: "viewer",
  args: noArguments,
  handle: async (_conversation, _args, { control, words }) => [vetoesCard(words, await control.vetoes())],
});
