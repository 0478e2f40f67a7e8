import { loosenedLimits, roleToChange } from "../../engine/settings/guarded-settings.ts";
import {
  SETTING_NODES,
  type SettingField,
  type SettingSection,
} from "../../engine/settings/setting-nodes.ts";
import type { VersionedSettings } from "../../engine/settings/settings.ts";
import type { ResolvedSettings } from "../../engine/settings/settings-change.ts";
import { settingAt } from "../../engine/settings/settings-change.ts";
import type { Card, CardButton } from "../card.ts";
import { commandButton, inRows, note, text, titled } from "../cards/list-card.ts";
import { roleName } from "../cards/names.ts";
import { pageNote, pageOf, turnButtons } from "../cards/pages.ts";
import type { Words } from "../texts.ts";
import { numberSteps } from "./number-steps.ts";
import { fieldChanges } from "./setting-changes.ts";
import { settingHelp } from "./setting-help.ts";
import { settingName, settingRange, settingValue } from "./setting-words.ts";

/** One section: what is in force there, and a button for each setting and group. */
export function sectionCard(
  words: Words,
  section: SettingSection,
  standing: VersionedSettings,
  page: number,
): Card {
  const shown = pageOf(section.children, page);
  const nodes = shown.items.map(({ item }) => item);
  const rows = nodes.map((node) => {
    const name = settingName(node.path);
    if (node.kind === "section") return [`▸ ${name}`, settingHelp(words, node)] as const;
    const value = settingAt(standing.settings, node.path);
    const mark = isSame(value, node.standard) ? "" : " •";
    return [name, `${settingValue(words, value)}${mark}`] as const;
  });
  const buttons = nodes.map((node) => commandButton(settingName(node.path), `/settings ${node.path}`));
  const title =
    section.path === "" ? words.say("settings-title") : words.say("settings-section", { path: section.path });
  const turns = turnButtons(words, shown, section.path === "" ? "/settings" : `/settings ${section.path}`);
  return titled(
    title,
    [
      ...(section.help === "" ? [] : [text(settingHelp(words, section))]),
      { kind: "facts", rows },
      ...pageNote(words, shown),
      note(words.say("settings-marked")),
    ],
    [
      ...inRows(buttons, 2),
      ...(turns.length === 0 ? [] : [turns]),
      section.path === ""
        ? [commandButton(words.say("button-settings-history"), "/settings history")]
        : [backButton(words, section.path)],
    ],
  );
}

/** One setting: what it is, what it may be, and the values one tap away. */
export function fieldCard(words: Words, field: SettingField, standing: VersionedSettings): Card {
  const value = settingAt(standing.settings, field.path);
  const role = roleToChange(field.path);
  return titled(
    words.say("settings-section", { path: field.path }),
    [
      text(settingHelp(words, field)),
      {
        kind: "facts",
        rows: [
          [words.say("settings-now"), settingValue(words, value)],
          [words.say("settings-default"), settingValue(words, field.standard)],
          [words.say("settings-range"), settingRange(words, field)],
        ],
      },
      ...(role === "admin" ? [note(words.say("help-role", { role: roleName(words, role) }))] : []),
    ],
    [
      ...inRows(valueButtons(words, field, value), 4),
      [
        commandButton(words.say("button-type-value"), `/set ${field.path}`),
        ...(isSame(value, field.standard)
          ? []
          : [commandButton(words.say("settings-default"), `/set ${field.path} default`)]),
      ],
      [backButton(words, field.path)],
    ],
  );
}

/** What a change would do, with a button that does it. */
export function changePreview(
  words: Words,
  standing: VersionedSettings,
  next: ResolvedSettings,
  apply: CardButton["action"],
  back: string,
): Card {
  const changes = fieldChanges(standing.settings, next.settings);
  const title = words.say("settings-preview");
  const cancel = commandButton(words.say("button-cancel"), `/settings ${back}`.trim());
  if (changes.length === 0) return titled(title, [text(words.say("settings-unchanged"))], [[cancel]]);
  const loosened = loosenedLimits(standing.settings, next.settings);
  return titled(
    title,
    [
      {
        kind: "facts",
        rows: changes.map(({ path, before, after }) => [path, changeText(words, before, after)]),
      },
      ...(loosened.length === 0
        ? []
        : [text(words.say("settings-dangerous", { paths: loosened.join(", ") }))]),
      note(words.say("settings-takes-effect")),
    ],
    [
      [
        {
          label: words.say("button-apply"),
          action: apply,
          style: loosened.length === 0 ? "primary" : "danger",
        },
        cancel,
      ],
    ],
  );
}

/** What a change did, with a button that takes it back. */
export function changedCard(
  words: Words,
  before: VersionedSettings,
  after: VersionedSettings,
  undo: CardButton["action"],
): Card {
  const rows = fieldChanges(before.settings, after.settings).map(
    (change) => [change.path, changeText(words, change.before, change.after)] as const,
  );
  return titled(
    words.say("settings-changed"),
    [{ kind: "facts", rows }],
    [
      [
        { label: words.say("button-undo"), action: undo },
        commandButton(words.say("button-settings"), "/settings"),
      ],
    ],
  );
}

export function changeText(words: Words, before: unknown, after: unknown): string {
  return `${settingValue(words, before)} → ${settingValue(words, after)}`;
}

function valueButtons(words: Words, { form, path }: SettingField, value: unknown): readonly CardButton[] {
  const set = (label: string, next: string) => commandButton(label, `/set ${path} ${next}`);
  switch (form.kind) {
    case "toggle":
      return value === true
        ? [set(words.say("button-switch-off"), "off")]
        : [set(words.say("button-switch-on"), "on")];
    case "choice":
      return form.options.filter((option) => option !== value).map((option) => set(option, option));
    case "choices":
      return choiceButtons(form.options, Array.isArray(value) ? value : [], set);
    case "number":
      return typeof value === "number"
        ? numberSteps(form, value).map((next) => set(String(next), String(next)))
        : [];
    case "text":
    case "structure":
      return [];
  }
}

/** Each option switches itself; the last one that is chosen cannot go. */
function choiceButtons(
  options: readonly string[],
  chosen: readonly unknown[],
  set: (label: string, next: string) => CardButton,
): readonly CardButton[] {
  return options.flatMap((option) => {
    const isChosen = chosen.includes(option);
    const next = options.filter((each) => (each === option ? !isChosen : chosen.includes(each)));
    return next.length === 0 ? [] : [set(isChosen ? `✓ ${option}` : option, next.join(","))];
  });
}

function backButton(words: Words, path: string): CardButton {
  const parent = path.split(".").slice(0, -1).join(".");
  return commandButton(
    words.say("button-back"),
    SETTING_NODES.has(parent) && parent !== "" ? `/settings ${parent}` : "/settings",
  );
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
