import { riskCard } from "../cards/risk-card.ts";
import { defineCommand, noArguments } from "./command.ts";

export const risk = defineCommand({
  name: "risk",
  aliases: ["limits"],
  group: "look",
  role: "viewer",
  args: noArguments,
  handle: async (_conversation, _args, { control, words }) => [riskCard(words, await control.risk())],
});
