import { z } from "zod";
import { TimeZone } from "../../engine/clock/time-zone.ts";
import { periodsBefore } from "../../engine/results/result-periods.ts";
import { withImage } from "../cards/list-card.ts";
import { monthCard } from "../cards/month-card.ts";
import { pageArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** Months that can be looked back. */
const MOST_MONTHS = 120;

/** The profit and loss of a month, day by day; 1 is the present one. */
export const month = defineCommand({
  name: "month",
  aliases: ["calendar"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ number: pageArgument.optional() }),
  handle: async (conversation, { number = 1 }, { control, words }) => {
    const now = await control.now();
    const zone = new TimeZone(words.reader.timeZone);
    const back = Math.min(number, MOST_MONTHS) - 1;
    const from = periodsBefore(now, back, "month", zone);
    const until = periodsBefore(now, back - 1, "month", zone);
    const { trades } = await control.closedTrades(from);
    const own = trades.filter(({ closedAt }) => closedAt < until);
    const image =
      own.length === 0 ? undefined : await control.picture({ kind: "month", at: from }, conversation);
    return [withImage(monthCard(words, own, { from, number: back + 1 }), image)];
  },
});
