import { commandButton, note, text, titled } from "../cards/list-card.ts";
import { defineCommand, noArguments } from "./command.ts";

export const start = defineCommand({
  name: "start",
  aliases: [],
  group: "look",
  role: "viewer",
  args: noArguments,
  handle: async (_conversation, _args, { words }) => [
    titled(
      words.say("start-title"),
      [text(words.say("start-text")), note(words.say("start-hint"))],
      [
        [
          commandButton(words.say("button-status"), "/status"),
          commandButton(words.say("button-signals"), "/signals"),
          commandButton(words.say("button-help"), "/help"),
        ],
      ],
    ),
  ],
});
