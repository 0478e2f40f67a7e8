import { z } from "zod";
import { cancelEntryAnswer } from "../cards/move-answers.ts";
import { asCard } from "../cards/outcome-card.ts";
import { positionArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { oneTrade } from "./find-position.ts";

export const cancel = defineCommand({
  name: "cancel",
  aliases: [],
  group: "act",
  role: "trader",
  args: z.strictObject({ position: positionArgument }),
  handle: async ({ actor }, { position }, { control, words }) => {
    const found = await oneTrade(control, words, "cancel", position);
    if ("card" in found) return [found.card];
    return [asCard(cancelEntryAnswer(words, await control.cancelEntry(found.trade.id, actor)))];
  },
});
