import { z } from "zod";
import { tradeCard } from "../cards/trade-card.ts";
import { tradeArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { unknownTradeCard } from "./pickers.ts";

export const trade = defineCommand({
  name: "trade",
  aliases: ["t"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ trade: tradeArgument }),
  handle: async (_conversation, { trade: id }, { control, words }) => {
    const view = await control.trade(id);
    if (view === undefined) return [await unknownTradeCard(words, control, "trade", id)];
    const card = tradeCard(words, view.trade, view.position);
    return [view.image === undefined ? card : { ...card, image: view.image }];
  },
});
