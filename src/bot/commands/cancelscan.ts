import { z } from "zod";
import { text, titled } from "../cards/list-card.ts";
import { runningArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** Behind the button of a scan that runs; its message tells that it was cancelled. */
export const cancelscan = defineCommand({
  name: "cancelscan",
  aliases: [],
  group: "look",
  role: "viewer",
  args: z.strictObject({ scan: runningArgument }),
  handle: async (_conversation, { scan }, { control, words }) =>
    (await control.cancelScan(scan)) ? [] : [titled(words.say("scan-title"), [text(words.say("scan-over"))])],
});
