import { z } from "zod";
import type { Timeframe } from "../../engine/candles/timeframe.ts";
import { commandButton, text, titled } from "../cards/list-card.ts";
import { symbolArgument, timeframeArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

const DEFAULT_TIMEFRAME: Timeframe = "15m";
const OFFERED: readonly Timeframe[] = ["1m", "5m", "15m", "1h", "4h", "1d"];

export const chart = defineCommand({
  name: "chart",
  aliases: ["c"],
  group: "look",
  role: "viewer",
  args: z.strictObject({ symbol: symbolArgument, timeframe: timeframeArgument.optional() }),
  handle: async (_conversation, { symbol, timeframe = DEFAULT_TIMEFRAME }, { control, words }) => {
    const image = await control.chart(symbol, timeframe);
    const others = OFFERED.filter((other) => other !== timeframe).map((other) =>
      commandButton(other, `/chart ${symbol} ${other}`),
    );
    const title = words.say("chart-title", { symbol, timeframe });
    const missing = text(words.say("chart-none", { symbol, timeframe }));
    const card = titled(title, image === undefined ? [missing] : [], [others]);
    return [image === undefined ? card : { ...card, image }];
  },
});
