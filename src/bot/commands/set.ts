import { z } from "zod";
import { SETTING_NODES, type SettingField } from "../../engine/settings/setting-nodes.ts";
import type { Card } from "../card.ts";
import { note, text, titled } from "../cards/list-card.ts";
import type { Conversation } from "../conversation.ts";
import { settingRange } from "../settings/setting-words.ts";
import { sectionCard } from "../settings/settings-cards.ts";
import { settingTyped } from "../typed/answer-prompt.ts";
import { PROMPT_TTL_MS } from "../typed/ask-for-code.ts";
import { textArgument, wordArgument } from "./arguments.ts";
import { type CommandDeps, defineCommand } from "./command.ts";
import { unknownSettingCard } from "./settings.ts";

export const set = defineCommand({
  name: "set",
  aliases: [],
  group: "configure",
  role: "trader",
  args: z.strictObject({ path: wordArgument.optional(), value: textArgument.optional() }),
  handle: async (conversation, { path = "", value }, deps) => [await answer(conversation, path, value, deps)],
});

async function answer(
  conversation: Conversation,
  path: string,
  value: string | undefined,
  deps: CommandDeps,
): Promise<Card> {
  const node = SETTING_NODES.get(path);
  if (node === undefined) return unknownSettingCard(deps, path);
  if (node.kind === "section") return sectionCard(deps.words, node, await deps.settings.current(), 1);
  return value === undefined ? ask(conversation, node, deps) : settingTyped(conversation, path, value, deps);
}

async function ask({ address, actor }: Conversation, field: SettingField, deps: CommandDeps): Promise<Card> {
  const { words, prompts } = deps;
  await prompts.ask(address, actor.userId, { kind: "setting", path: field.path }, PROMPT_TTL_MS);
  return titled(words.say("settings-section", { path: field.path }), [
    text(words.say("settings-type-value")),
    text(words.say("settings-allowed", { range: settingRange(words, field) })),
    note(words.say("prompt-ends", { ttl: PROMPT_TTL_MS })),
  ]);
}
