import { z } from "zod";
import { TimeZone } from "../../engine/clock/time-zone.ts";
import { periodsBefore } from "../../engine/results/result-periods.ts";
import { withImage } from "../cards/list-card.ts";
import { pnlCard } from "../cards/pnl-card.ts";
import { pageArgument, periodArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** Periods that are shown unless a number is named. */
const SHOWN = { day: 14, week: 12, month: 12 } as const;
const MOST_PERIODS = 60;

export const pnl = defineCommand({
  name: "pnl",
  aliases: ["results"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ period: periodArgument.optional(), count: pageArgument.optional() }),
  handle: async (conversation, { period = "day", count = SHOWN[period] }, { control, words }) => {
    const now = await control.now();
    const zone = new TimeZone(words.reader.timeZone);
    const sinceMs = periodsBefore(now, Math.min(count, MOST_PERIODS) - 1, period, zone);
    const { trades } = await control.closedTrades(sinceMs);
    const card = pnlCard(words, trades, { period, count }, zone);
    const image =
      trades.length === 0 ? undefined : await control.picture({ kind: "equity", sinceMs }, conversation);
    return [withImage(card, image)];
  },
});
