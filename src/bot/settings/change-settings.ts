import { DeskError } from "../../engine/errors.ts";
import type { ButtonAction } from "../../engine/ports/buttons.ts";
import type { OneTimeCodes } from "../../engine/ports/one-time-codes.ts";
import type { Prompts } from "../../engine/ports/prompts.ts";
import type { SettingsBook } from "../../engine/ports/settings-store.ts";
import { loosenedLimits, roleToChange } from "../../engine/settings/guarded-settings.ts";
import { SETTING_NODES } from "../../engine/settings/setting-nodes.ts";
import type { SettingsInput, VersionedSettings } from "../../engine/settings/settings.ts";
import {
  changeSettings,
  overridesOf,
  type ResolvedSettings,
  resolveSettings,
  settingAt,
} from "../../engine/settings/settings-change.ts";
import type { Card, CardButton } from "../card.ts";
import { commandButton, note, text, titled } from "../cards/list-card.ts";
import { roleName } from "../cards/names.ts";
import type { Conversation } from "../conversation.ts";
import { may } from "../roles.ts";
import type { Words } from "../texts.ts";
import { askForCode } from "../typed/ask-for-code.ts";
import { settingRange } from "./setting-words.ts";
import { changedCard, changePreview } from "./settings-cards.ts";

export interface SettingsDeps {
  readonly settings: SettingsBook;
  readonly prompts: Prompts;
  readonly words: Words;
  /** Unset: no secret is configured, and no code is asked for. */
  readonly oneTimeCodes?: OneTimeCodes | undefined;
}

export type SettingsAction = Extract<ButtonAction, { readonly type: "change-setting" | "replace-settings" }>;

/** The path that an action is about; empty for everything. */
export function changedPath(action: SettingsAction): string {
  return action.type === "change-setting" ? action.path : "";
}

/** Shows what the change would do, or why it cannot be. Nothing is changed. */
export async function previewChange(
  { role }: Pick<Conversation, "role">,
  change: { readonly path: string; readonly value: unknown } | { readonly settings: unknown },
  { settings, words }: SettingsDeps,
): Promise<Card> {
  const standing = await settings.current();
  const path = "path" in change ? change.path : "";
  const needed = roleToChange(path);
  if (!may(role, needed)) return refusedCard(words, path, forbiddenText(words, role, needed));
  const { version } = standing;
  try {
    const next =
      "path" in change
        ? changeSettings(standing.settings, change.path, change.value)
        : resolveSettings(change.settings);
    const action: CardButton["action"] =
      "path" in change
        ? { type: "change-setting", path, version, ...jsonValue(change.value) }
        : { type: "replace-settings", settings: JSON.stringify(next.overrides), version };
    return changePreview(words, standing, next, action, path);
  } catch (error) {
    return invalidCard(words, path, error);
  }
}

/** Does what a preview showed. Asks for a one-time code first where the change is dangerous. */
export async function applyChange(
  conversation: Conversation,
  action: SettingsAction,
  deps: SettingsDeps,
  confirmed = false,
): Promise<Card> {
  const { settings, words, oneTimeCodes } = deps;
  const path = changedPath(action);
  const needed = roleToChange(path);
  if (!may(conversation.role, needed))
    return refusedCard(words, path, forbiddenText(words, conversation.role, needed));
  const standing = await settings.current();
  try {
    if (standing.version !== action.version) return await newerCard(conversation, action, deps);
    const next = resolved(standing, action);
    const isDangerous = loosenedLimits(standing.settings, next.settings).length > 0;
    if (isDangerous && oneTimeCodes !== undefined && !confirmed)
      return await askForCode(conversation, action, deps);
    const after = await write(conversation, action, settings);
    return changedCard(words, standing, after, undoOf(standing, after, action));
  } catch (error) {
    if (error instanceof DeskError && error.code === "settings-conflict")
      return newerCard(conversation, action, deps);
    return invalidCard(words, path, error);
  }
}

function write(
  { actor }: Conversation,
  action: SettingsAction,
  settings: SettingsBook,
): Promise<VersionedSettings> {
  return action.type === "change-setting"
    ? settings.change(action.path, nextValue(action), actor, action.version)
    : settings.replace(JSON.parse(action.settings) as SettingsInput, actor, action.version);
}

/** Somebody was faster: what the change would do now, to be decided anew. */
async function newerCard(
  conversation: Conversation,
  action: SettingsAction,
  deps: SettingsDeps,
): Promise<Card> {
  const change =
    action.type === "change-setting"
      ? { path: action.path, value: nextValue(action) }
      : { settings: JSON.parse(action.settings) as unknown };
  const preview = await previewChange(conversation, change, deps);
  return { ...preview, blocks: [...preview.blocks, note(deps.words.say("fault-settings-conflict"))] };
}

function resolved({ settings }: VersionedSettings, action: SettingsAction): ResolvedSettings {
  return action.type === "change-setting"
    ? changeSettings(settings, action.path, nextValue(action))
    : resolveSettings(JSON.parse(action.settings));
}

/** Brings back what was in force; what was as by default is as by default again. */
function undoOf(
  before: VersionedSettings,
  after: VersionedSettings,
  action: SettingsAction,
): CardButton["action"] {
  const { version } = after;
  if (action.type === "replace-settings") {
    return { type: "replace-settings", settings: JSON.stringify(overridesOf(before.settings)), version };
  }
  const { path } = action;
  return { type: "change-setting", path, version, ...jsonValue(settingAt(overridesBelow(before), path)) };
}

function overridesBelow({ settings }: VersionedSettings): VersionedSettings["settings"] {
  // Only read by path: what is missing is what has its default.
  return overridesOf(settings) as VersionedSettings["settings"];
}

function nextValue({ value }: Extract<SettingsAction, { type: "change-setting" }>): unknown {
  return value === undefined ? undefined : JSON.parse(value);
}

function jsonValue(value: unknown): { readonly value?: string } {
  return value === undefined ? {} : { value: JSON.stringify(value) };
}

function forbiddenText(words: Words, role: Conversation["role"], needed: Conversation["role"]): string {
  return words.say("tap-forbidden", { needed: roleName(words, needed), role: roleName(words, role) });
}

/** Path and reason of a refusal. Throws what is no refusal of the schema. */
function invalidCard(words: Words, asked: string, error: unknown): Card {
  if (!(error instanceof DeskError) || error.code !== "settings-invalid") throw error;
  const path = String(error.args.path ?? asked);
  const node = SETTING_NODES.get(path);
  const range =
    node?.kind === "field" ? [words.say("settings-allowed", { range: settingRange(words, node) })] : [];
  const { rule = "other", limit = "" } = error.args;
  return refusedCard(words, path, [words.say("settings-problem", { rule, limit }), ...range].join("\n"));
}

export function refusedCard(words: Words, path: string, why: string): Card {
  return titled(
    words.say("settings-refused", {
      path: path === "" ? words.say("settings-everything") : path.slice(0, 100),
    }),
    [text(why), note(words.say("settings-nothing-changed"))],
    [[commandButton(words.say("button-settings"), "/settings")]],
  );
}
