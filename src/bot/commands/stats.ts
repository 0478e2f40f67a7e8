import { z } from "zod";
import { TimeZone } from "../../engine/clock/time-zone.ts";
import { withImage } from "../cards/list-card.ts";
import { statsCard } from "../cards/stats-card.ts";
import { groupArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** How far back results are counted. */
const COUNTED_MS = 365 * 86_400_000;

export const stats = defineCommand({
  name: "stats",
  aliases: ["performance"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ by: groupArgument.optional() }),
  handle: async (conversation, { by = "strategy" }, { control, words }) => {
    const now = await control.now();
    const sinceMs = now - COUNTED_MS;
    const { trades, hoursZone } = await control.closedTrades(sinceMs);
    const card = statsCard(words, trades, by, new TimeZone(hoursZone));
    const image =
      trades.length === 0
        ? undefined
        : await control.picture({ kind: "performance", by, sinceMs }, conversation);
    return [withImage(card, image)];
  },
});
