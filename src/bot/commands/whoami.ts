import { titled } from "../cards/list-card.ts";
import { roleName } from "../cards/names.ts";
import { defineCommand, noArguments } from "./command.ts";

export const whoami = defineCommand({
  name: "whoami",
  aliases: ["me", "id"],
  group: "look",
  role: "viewer",
  args: noArguments,
  handle: async ({ actor, role, address }, _args, { words }) => [
    titled(words.say("whoami-title"), [
      {
        kind: "facts",
        rows: [
          [words.say("whoami-name"), actor.name],
          [words.say("whoami-id"), actor.userId],
          [words.say("whoami-role"), roleName(words, role)],
          [words.say("whoami-chat"), `${address.platform} ${address.chatId}`],
          [words.say("whoami-language"), words.reader.locale],
          [words.say("whoami-zone"), words.reader.timeZone],
        ],
      },
    ]),
  ],
});
