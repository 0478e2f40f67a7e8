import { titled } from "../cards/list-card.ts";
import { defineCommand, noArguments } from "./command.ts";

export const version = defineCommand({
  name: "version",
  aliases: [],
  group: "look",
  role: "viewer",
  args: noArguments,
  handle: async (_conversation, _args, { settings, version: desk, words }) => [
    titled(words.say("version-title"), [
      {
        kind: "facts",
        rows: [
          [words.say("version-desk"), desk],
          [words.say("version-node"), process.version],
          [words.say("version-settings"), String((await settings.current()).version)],
        ],
      },
    ]),
  ],
});
