import { z } from "zod";
import { rulesCard } from "../cards/rules-card.ts";
import { onOffArgument, wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

export const rules = defineCommand({
  name: "rules",
  aliases: [],
  group: "act",
  role: "admin",
  args: z.strictObject({ on: onOffArgument.optional(), rule: wordArgument.optional() }),
  handle: async ({ actor }, { on, rule }, { control, words }) => {
    if (on !== undefined && rule !== undefined) {
      const switched = await control.switchRule(rule, on, actor);
      if (switched === undefined) return [rulesCard(words, await control.rules(), rule)];
    }
    return [rulesCard(words, await control.rules())];
  },
});
