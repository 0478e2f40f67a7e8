import { z } from "zod";
import { text, titled } from "../cards/list-card.ts";
import { runningArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** Behind the button of a replay that runs; its message tells that it was stopped. */
export const stopreplay = defineCommand({
  name: "stopreplay",
  aliases: [],
  group: "look",
  role: "viewer",
  args: z.strictObject({ replay: runningArgument }),
  handle: async (_conversation, { replay }, { control, words }) =>
    (await control.stopReplay(replay))
      ? []
      : [titled(words.say("replay-title"), [text(words.say("replay-over"))])],
});
