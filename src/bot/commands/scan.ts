import { z } from "zod";
import { scanCard } from "../cards/scan-card.ts";
import { symbolsArgument, timeframeArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

export const scan = defineCommand({
  name: "scan",
  aliases: [],
  group: "look",
  role: "viewer",
  args: z.strictObject({ symbols: symbolsArgument.optional(), timeframe: timeframeArgument.optional() }),
  handle: async (_conversation, { symbols, timeframe }, { control, words }) => [
    scanCard(words, await control.scan(symbols, timeframe)),
  ],
});
