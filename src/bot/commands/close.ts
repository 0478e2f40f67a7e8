import { z } from "zod";
import type { Card } from "../card.ts";
import { confirmCloseAllCard } from "../cards/confirm-cards.ts";
import { outcomeCard } from "../cards/outcome-card.ts";
import type { Conversation } from "../conversation.ts";
import { closeArgument } from "./arguments.ts";
import { type CommandDeps, defineCommand } from "./command.ts";
import { positionsMeant } from "./find-position.ts";
import { closePicker, unknownTradeCard } from "./pickers.ts";

export const close = defineCommand({
  name: "close",
  aliases: [],
  group: "act",
  role: "trader",
  args: z.strictObject({ target: closeArgument }),
  handle: async (conversation, { target }, deps) => [await answer(conversation, target, deps)],
});

async function answer(conversation: Conversation, target: string, deps: CommandDeps): Promise<Card> {
  const { control, words } = deps;
  const open = await control.positions();
  if (target.toLowerCase() === "all") return confirmCloseAllCard(words, open.length);
  const [only, ...others] = positionsMeant(target, open);
  if (others.length > 0) return closePicker(words, open);
  const outcome = await control.close(only?.trade.id ?? target, conversation.actor);
  return outcome.status === "not-found"
    ? unknownTradeCard(words, control, "close", target)
    : outcomeCard(words, outcome);
}
