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
  handle: async ({ address }, { symbols, timeframe }, { control, words }) => {
    const report = await control.scan(symbols, timeframe, address);
    // The desk shows a scan that takes a while by itself, in a message that it can edit.
    return report.status === "running" ? [] : [scanCard(words, report)];
  },
});
