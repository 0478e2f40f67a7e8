import { fieldsBelow, SETTING_NODES, type SettingField } from "../../engine/settings/setting-nodes.ts";
import type { Settings } from "../../engine/settings/settings.ts";
import { settingAt } from "../../engine/settings/settings-change.ts";

export interface FieldChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every field whose value differs, in the order of the schema. */
export function fieldChanges(before: Settings, after: Settings): readonly FieldChange[] {
  return allFields()
    .map(({ path }) => ({ path, before: settingAt(before, path), after: settingAt(after, path) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

export function allFields(): readonly SettingField[] {
  const root = SETTING_NODES.get("");
  return root === undefined ? [] : fieldsBelow(root);
}
