import { z } from "zod";
import { text, titled } from "../cards/list-card.ts";
import { resumeButton } from "../cards/resume-cards.ts";
import { minutesArgument, restArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

export const pause = defineCommand({
  name: "pause",
  aliases: [],
  group: "act",
  role: "trader",
  args: z.strictObject({ minutes: minutesArgument.optional(), reason: restArgument.optional() }),
  handle: async ({ actor }, { minutes, reason }, { control, words }) => {
    const paused = await control.pause(minutes, reason, actor);
    const { until, reason: kept } = paused;
    const line = until === undefined ? words.say("pause-forever") : words.say("pause-until", { until });
    const why = kept === undefined ? [] : [text(words.say("status-paused-reason", { reason: kept }))];
    return [titled(words.say("pause-title"), [text(line), ...why], [[resumeButton(words, paused)]])];
  },
});
