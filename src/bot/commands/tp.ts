import { z } from "zod";
import { moveTargetsAnswer } from "../cards/move-answers.ts";
import { targetsCard } from "../cards/move-cards.ts";
import { asCard } from "../cards/outcome-card.ts";
import { positionArgument, pricesArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { oneTrade } from "./find-position.ts";

export const tp = defineCommand({
  name: "tp",
  aliases: ["targets"],
  group: "act",
  role: "trader",
  args: z.strictObject({ position: positionArgument, prices: pricesArgument.optional() }),
  handle: async ({ actor }, { position, prices }, { control, words }) => {
    const found = await oneTrade(control, words, "tp", position);
    if ("card" in found) return [found.card];
    if (prices === undefined) return [targetsCard(words, found.trade)];
    return [asCard(moveTargetsAnswer(words, await control.moveTargets(found.trade.id, prices, actor)))];
  },
});
