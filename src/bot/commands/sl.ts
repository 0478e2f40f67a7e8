import { z } from "zod";
import { moveStopAnswer, withUndo } from "../cards/move-answers.ts";
import { stopCard } from "../cards/move-cards.ts";
import { positionArgument, priceArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { oneTrade } from "./find-position.ts";
import { typedPrice } from "./read-price.ts";

export const sl = defineCommand({
  name: "sl",
  aliases: ["stop"],
  group: "act",
  role: "trader",
  args: z.strictObject({ position: positionArgument, price: priceArgument.optional() }),
  handle: async ({ actor, role }, { position, price }, { control, words }) => {
    const found = await oneTrade(control, words, "sl", position);
    if ("card" in found) return [found.card];
    if (price === undefined) return [stopCard(words, found.trade)];
    const outcome = await control.moveStop(found.trade.id, price, actor, undefined, role);
    return [withUndo(words, moveStopAnswer(words, outcome, typedPrice(price)))];
  },
});
