import { text, titled } from "../cards/list-card.ts";
import { defineCommand, noArguments } from "./command.ts";
import { undoChange } from "./settings.ts";

const LOOKED_AT = 200;

/** Takes back the reader's own last change of the settings, after showing what that does. Trades have no way back. */
export const undo = defineCommand({
  name: "undo",
  aliases: [],
  group: "act",
  role: "trader",
  args: noArguments,
  handle: async (conversation, _args, deps) => {
    const changes = await deps.settings.history(LOOKED_AT);
    const own = changes.find(({ by }) => by.userId === conversation.actor.userId);
    if (own !== undefined) return [await undoChange(conversation, own.version, deps)];
    return [titled(deps.words.say("undo-title"), [text(deps.words.say("undo-none"))])];
  },
});
