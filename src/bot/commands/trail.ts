import { z } from "zod";
import { trailAnswer, withUndo } from "../cards/move-answers.ts";
import { trailCard } from "../cards/trail-card.ts";
import { distanceArgument, positionArgument, trailingArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { oneTrade } from "./find-position.ts";

export const trail = defineCommand({
  name: "trail",
  aliases: ["trailing"],
  group: "act",
  role: "trader",
  args: z.strictObject({
    position: positionArgument,
    by: trailingArgument.optional(),
    distance: distanceArgument.optional(),
  }),
  handle: async ({ actor }, { position, by, distance }, { control, words }) => {
    const found = await oneTrade(control, words, "trail", position);
    if ("card" in found) return [found.card];
    if (by === undefined) return [trailCard(words, found.trade)];
    const wish = by === "off" ? undefined : { by, ...(distance !== undefined && { distance }) };
    return [withUndo(words, trailAnswer(words, await control.trail(found.trade.id, wish, actor)))];
  },
});
