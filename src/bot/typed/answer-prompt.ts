import type { ButtonAction } from "../../engine/ports/buttons.ts";
import type { Prompt } from "../../engine/ports/prompts.ts";
import { SETTING_NODES } from "../../engine/settings/setting-nodes.ts";
import { readSetting } from "../../engine/settings/setting-text.ts";
import type { Card } from "../card.ts";
import { text, titled } from "../cards/list-card.ts";
import type { CommandDeps } from "../commands/command.ts";
import type { Conversation } from "../conversation.ts";
import { changePeople, type PeopleDeps } from "../people/change-people.ts";
import { may } from "../roles.ts";
import { applyChange, previewChange, refusedCard, type SettingsDeps } from "../settings/change-settings.ts";
import { settingRange } from "../settings/setting-words.ts";
import { readSettingsYaml } from "../settings/settings-yaml.ts";
import { PROMPT_TTL_MS } from "./ask-for-code.ts";
import { sizeTyped } from "./size-typed.ts";

type TypedDeps = SettingsDeps & PeopleDeps & Pick<CommandDeps, "control">;

/** What was typed as the answer to a question of the desk. */
export async function answerPrompt(
  conversation: Conversation,
  prompt: Prompt,
  typed: string,
  deps: TypedDeps,
): Promise<Card> {
  switch (prompt.kind) {
    case "setting":
      return settingTyped(conversation, prompt.path, typed, deps);
    case "import":
      return settingsTyped(conversation, typed, deps);
    case "size":
      return sizeTyped(prompt.tradeId, typed, deps);
    case "code":
      return codeTyped(conversation, prompt, typed, deps);
  }
}

/** The preview of a value that was typed for the setting at the path. */
export async function settingTyped(
  conversation: Conversation,
  path: string,
  typed: string,
  deps: SettingsDeps,
): Promise<Card> {
  const node = SETTING_NODES.get(path);
  if (node?.kind !== "field")
    return refusedCard(deps.words, path, deps.words.say("settings-unknown", { path }));
  const reading = readSetting(node, typed);
  if (reading.status === "read") return previewChange(conversation, { path, value: reading.value }, deps);
  return refusedCard(
    deps.words,
    path,
    deps.words.say("settings-allowed", { range: settingRange(deps.words, node) }),
  );
}

async function settingsTyped(conversation: Conversation, typed: string, deps: SettingsDeps): Promise<Card> {
  const reading = readSettingsYaml(typed);
  if (reading.status === "read") return previewChange(conversation, { settings: reading.settings }, deps);
  const { words } = deps;
  const { line } = reading;
  const why = line === undefined ? words.say("import-no-settings") : words.say("import-no-yaml", { line });
  return refusedCard(words, "", why);
}

async function codeTyped(
  conversation: Conversation,
  prompt: Extract<Prompt, { readonly kind: "code" }>,
  typed: string,
  deps: TypedDeps,
): Promise<Card> {
  const { words, prompts, oneTimeCodes } = deps;
  const { actor, address } = conversation;
  const verdict = await oneTimeCodes?.verify(actor.userId, typed.replace(/\s/g, ""));
  switch (verdict) {
    case "ok":
      return confirmed(conversation, prompt.action, deps);
    case "wrong":
      await prompts.ask(address, actor.userId, prompt, PROMPT_TTL_MS);
      return titled(words.say("code-title"), [text(words.say("code-wrong"))]);
    case "locked":
    case undefined:
      return titled(words.say("code-title"), [text(words.say("code-locked"))]);
  }
}

async function confirmed(conversation: Conversation, action: ButtonAction, deps: TypedDeps): Promise<Card> {
  if (action.type === "change-setting" || action.type === "replace-settings")
    return applyChange(conversation, action, deps, true);
  if (action.type === "set-role" || action.type === "decide-newcomer") {
    if (!may(conversation.role, "admin")) return titled(deps.words.say("code-title"), []);
    const { card, toast = "" } = await changePeople(conversation, action, deps, true);
    return card ?? titled(toast, []);
  }
  throw new TypeError(`${action.type} is not done by a code`);
}
