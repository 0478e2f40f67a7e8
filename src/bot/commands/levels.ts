import { z } from "zod";
import type { Timeframe } from "../../engine/candles/timeframe.ts";
import { levelsCard } from "../cards/levels-card.ts";
import { text, titled } from "../cards/list-card.ts";
import { symbolArgument, timeframeArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

const DEFAULT_TIMEFRAME: Timeframe = "15m";

export const levels = defineCommand({
  name: "levels",
  aliases: ["l"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ symbol: symbolArgument, timeframe: timeframeArgument.optional() }),
  handle: async (_conversation, { symbol, timeframe = DEFAULT_TIMEFRAME }, { control, words }) => {
    const report = await control.levels(symbol, timeframe);
    if (report !== undefined) return [levelsCard(words, report)];
    const missing = text(words.say("chart-none", { symbol, timeframe }));
    return [titled(words.say("levels-title", { symbol, timeframe }), [missing])];
  },
});
