import { z } from "zod";
import { withImage } from "../cards/list-card.ts";
import { scanCard } from "../cards/scan-card.ts";
import { symbolsArgument, timeframeArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

export const scan = defineCommand({
  name: "scan",
  aliases: [],
  group: "look",
  role: "viewer",
  args: z.strictObject({ symbols: symbolsArgument.optional(), timeframe: timeframeArgument.optional() }),
  handle: async (conversation, { symbols, timeframe }, { control, words }) => {
    const report = await control.scan(symbols, timeframe, conversation.address);
    // The desk shows a scan that takes a while by itself, in a message that it can edit.
    if (report.status === "running") return [];
    const { rows } = report;
    const image = rows.length === 0 ? undefined : await control.picture({ kind: "scan", rows }, conversation);
    return [withImage(scanCard(words, report), image)];
  },
});
