import { z } from "zod";
import { type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import { chartCard } from "../cards/chart-card.ts";
import { overlaysArgument, symbolArgument, timeframeArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

const DEFAULT_TIMEFRAME: Timeframe = "15m";

export const chart = defineCommand({
  name: "chart",
  aliases: ["c"],
  group: "look",
  role: "viewer",
  args: z.strictObject({
    symbol: symbolArgument,
    timeframe: timeframeArgument.optional(),
    second: timeframeArgument.optional(),
    overlays: overlaysArgument.optional(),
  }),
  handle: async (conversation, { symbol, timeframe = DEFAULT_TIMEFRAME, second, overlays }, deps) => {
    const shown = {
      symbol,
      timeframe,
      ...(second !== undefined && timeframeMs(second) !== timeframeMs(timeframe) && { second }),
      ...(overlays !== undefined && { overlays }),
    };
    const image = await deps.control.picture({ kind: "chart", ...shown }, conversation);
    return [chartCard(deps.words, shown, image)];
  },
});
