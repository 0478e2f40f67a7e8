import { z } from "zod";
import { reduceAnswer } from "../cards/move-answers.ts";
import { reduceCard } from "../cards/move-cards.ts";
import { asCard, outcomeCard } from "../cards/outcome-card.ts";
import { percentArgument, positionArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { oneTrade } from "./find-position.ts";

export const reduce = defineCommand({
  name: "reduce",
  aliases: [],
  group: "act",
  role: "trader",
  args: z.strictObject({ position: positionArgument, percent: percentArgument.optional() }),
  handle: async ({ actor }, { position, percent }, { control, words }) => {
    const found = await oneTrade(control, words, "reduce", position);
    if ("card" in found) return [found.card];
    const { trade } = found;
    if (percent === undefined) return [reduceCard(words, trade)];
    // All of it is a close: stop and targets have to go with it.
    if (percent === 100) return [outcomeCard(words, await control.close(trade.id, actor))];
    return [asCard(reduceAnswer(words, await control.reduce(trade.id, percent, actor), percent))];
  },
});
