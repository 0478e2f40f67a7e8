import { confirmPanicCard } from "../cards/confirm-cards.ts";
import { defineCommand, noArguments } from "./command.ts";

/** Only asks: the button on the card does it. */
export const panic = defineCommand({
  name: "panic",
  aliases: ["flatten"],
  group: "act",
  role: "trader",
  args: noArguments,
  handle: async (_conversation, _args, { words }) => [confirmPanicCard(words)],
});
