import { settingsSchema } from "../../engine/settings/settings.ts";
import { commandButton, note, text, titled } from "../cards/list-card.ts";
import { settingsYaml } from "../settings/settings-yaml.ts";
import { defineCommand, noArguments } from "./command.ts";

/** Everything that is not as by default, as YAML that `/import` takes again. */
export const exportSettings = defineCommand({
  name: "export",
  aliases: [],
  group: "configure",
  role: "viewer",
  args: noArguments,
  handle: async (_conversation, _args, { settings, words }) => {
    const standing = await settings.current();
    const yaml = settingsYaml(standing.settings, settingsSchema.parse({}));
    const content = yaml === "" ? text(words.say("export-none")) : ({ kind: "code", text: yaml } as const);
    return [
      titled(
        words.say("export-title", { version: standing.version }),
        [content, note(words.say("export-hint"))],
        [[commandButton("/import", "/import"), commandButton(words.say("button-settings"), "/settings")]],
      ),
    ];
  },
});
