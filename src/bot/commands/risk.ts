import { withImage } from "../cards/list-card.ts";
import { riskCard } from "../cards/risk-card.ts";
import { defineCommand, noArguments } from "./command.ts";

export const risk = defineCommand({
  name: "risk",
  aliases: ["limits"],
  group: "look",
  role: "viewer",
  args: noArguments,
  handle: async (conversation, _args, { control, words }) => [
    withImage(
      riskCard(words, await control.risk()),
      await control.picture({ kind: "exposure" }, conversation),
    ),
  ],
});
