import type { SettingField } from "../../engine/settings/setting-nodes.ts";
import type { Words } from "../texts.ts";

const MAX_SHOWN = 200;

/** A value of a setting as a person reads it; nothing is the default. */
export function settingValue(words: Words, value: unknown): string {
  if (value === undefined || value === null) return words.say("settings-default");
  if (typeof value === "boolean") return value ? words.say("settings-on") : words.say("settings-off");
  // Numbers are written as they are typed, so that what is shown can be typed again.
  if (typeof value === "number") return String(value);
  if (Array.isArray(value) && value.length === 0) return words.say("no-value");
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join(", ");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** What may stand in the field. */
export function settingRange(words: Words, { form }: SettingField): string {
  switch (form.kind) {
    case "toggle":
      return `${words.say("settings-on")}, ${words.say("settings-off")}`;
    case "choice":
    case "choices":
      return form.options.join(", ");
    case "number": {
      const low = form.above === undefined ? String(form.minimum ?? "–∞") : `> ${form.above}`;
      const high = form.maximum === undefined || form.maximum >= Number.MAX_SAFE_INTEGER ? "∞" : form.maximum;
      return `${low} … ${high}`;
    }
    case "text":
      return words.say("settings-text");
    case "structure":
      return words.say("settings-structure");
  }
}

/** The last part of a path. */
export function settingName(path: string): string {
  return path.split(".").at(-1) ?? path;
}
