import { z } from "zod";
import type { PositionView } from "../../engine/ports/control.ts";
import type { Card } from "../card.ts";
import { confirmCloseAllCard } from "../cards/confirm-cards.ts";
import { outcomeCard } from "../cards/outcome-card.ts";
import type { Conversation } from "../conversation.ts";
import { closeArgument } from "./arguments.ts";
import { type CommandDeps, defineCommand } from "./command.ts";
import { findSymbol } from "./find-symbol.ts";
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

/** The position with that id, or else those of the symbol. */
function positionsMeant(target: string, open: readonly PositionView[]): readonly PositionView[] {
  const byId = open.filter(({ trade }) => trade.id === target);
  if (byId.length > 0) return byId;
  const match = findSymbol(target, [...new Set(open.map(({ trade }) => trade.plan.symbol))]);
  switch (match.status) {
    case "found":
      return open.filter(({ trade }) => trade.plan.symbol === match.symbol);
    case "several":
      return open.filter(({ trade }) => match.symbols.includes(trade.plan.symbol));
    case "unknown":
      return [];
  }
}
