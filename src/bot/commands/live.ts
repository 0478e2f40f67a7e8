import { z } from "zod";
import type { LiveUnlock } from "../../engine/ports/control.ts";
import { commandButton, text, titled } from "../cards/list-card.ts";
import type { Words } from "../texts.ts";
import { restArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** Confirms live trading. The code is looked at by the desk alone, never shown again and never recorded. */
export const live = defineCommand({
  name: "live",
  aliases: [],
  group: "act",
  role: "admin",
  args: z.strictObject({ code: restArgument }),
  handle: async ({ actor, isPrivate = false }, { code }, { control, words }) => {
    const line = isPrivate
      ? outcomeLine(words, await control.unlockLive(code.replace(/\s/g, ""), actor))
      : words.say("live-not-private");
    const buttons = [[commandButton(words.say("button-status"), "/status")]];
    return [titled(words.say("live-title"), [text(line)], buttons)];
  },
});

function outcomeLine(words: Words, outcome: LiveUnlock): string {
  switch (outcome.status) {
    case "open":
      return words.say("live-open");
    case "already-open":
      return words.say("live-already-open");
    case "not-live":
      return words.say("live-not-live");
    case "ledger-behind":
      return words.say("live-ledger-behind");
    case "locked-out":
      return words.say("live-locked-out");
    case "wrong-code":
      return words.say("live-wrong-code", { left: outcome.triesLeft });
  }
}
