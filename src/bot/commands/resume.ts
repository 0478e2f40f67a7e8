import { text, titled } from "../cards/list-card.ts";
import { defineCommand, noArguments } from "./command.ts";

export const resume = defineCommand({
  name: "resume",
  aliases: [],
  group: "act",
  role: "trader",
  args: noArguments,
  handle: async ({ actor }, _args, { control, words }) => {
    const resumed = await control.resume(actor);
    return [
      titled(words.say("resume-title"), [
        text(resumed ? words.say("resume-done") : words.say("resume-not-paused")),
      ]),
    ];
  },
});
