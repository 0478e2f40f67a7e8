import { note, text, titled } from "../cards/list-card.ts";
import { PROMPT_TTL_MS } from "../typed/ask-for-code.ts";
import { defineCommand, noArguments } from "./command.ts";

/** Asks for settings as YAML; what they would change is shown before anything is changed. */
export const importSettings = defineCommand({
  name: "import",
  aliases: [],
  group: "configure",
  role: "admin",
  args: noArguments,
  handle: async ({ address, actor }, _args, { prompts, words }) => {
    await prompts.ask(address, actor.userId, { kind: "import" }, PROMPT_TTL_MS);
    return [
      titled(words.say("import-title"), [
        text(words.say("import-ask")),
        note(words.say("prompt-ends", { ttl: PROMPT_TTL_MS })),
      ]),
    ];
  },
});
