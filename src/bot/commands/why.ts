import { z } from "zod";
import { whyCard } from "../cards/why-card.ts";
import { tradeArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { unknownTradeCard } from "./pickers.ts";

/** Where every number on the card of a trade comes from. */
export const why = defineCommand({
  name: "why",
  aliases: ["explain"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ trade: tradeArgument }),
  handle: async (_conversation, { trade: id }, { control, words }) => {
    const view = await control.trade(id);
    return [
      view === undefined
        ? await unknownTradeCard(words, control, "trade", id, "why")
        : whyCard(words, view.trade),
    ];
  },
});
