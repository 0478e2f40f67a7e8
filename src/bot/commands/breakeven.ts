import { z } from "zod";
import { moveStopAnswer, withUndo } from "../cards/move-answers.ts";
import { positionArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { oneTrade } from "./find-position.ts";

export const breakeven = defineCommand({
  name: "breakeven",
  aliases: ["be"],
  group: "act",
  role: "trader",
  args: z.strictObject({ position: positionArgument }),
  handle: async ({ actor, role }, { position }, { control, words }) => {
    const found = await oneTrade(control, words, "breakeven", position);
    if ("card" in found) return [found.card];
    const outcome = await control.moveStop(found.trade.id, { kind: "break-even" }, actor, undefined, role);
    return [withUndo(words, moveStopAnswer(words, outcome, "be"))];
  },
});
