import type { SettingField, SettingForm } from "./setting-nodes.ts";

/** Words for yes and no that people type. */
const SWITCHES: ReadonlyMap<string, boolean> = new Map([
  ["on", true],
  ["true", true],
  ["yes", true],
  ["1", true],
  ["off", false],
  ["false", false],
  ["no", false],
  ["0", false],
]);

/** What somebody typed for a setting. Whether the value is allowed is for the schema to say. */
export type SettingReading =
  | { readonly status: "read"; readonly value: unknown }
  /** It is nothing of the kind that the setting holds. */
  | { readonly status: "unreadable" };

/** The word that brings the default back. */
const DEFAULT_WORD = "default";

/** Reads typed text as a value of the field; `default` brings the default back. Pure. */
export function readSetting({ form }: Pick<SettingField, "form">, typed: string): SettingReading {
  const text = typed.trim();
  if (text.toLowerCase() === DEFAULT_WORD) return { status: "read", value: undefined };
  const value = parsed(form, text);
  return value === undefined ? { status: "unreadable" } : { status: "read", value };
}

function parsed(form: SettingForm, text: string): unknown {
  switch (form.kind) {
    case "toggle":
      return SWITCHES.get(text.toLowerCase());
    case "choice":
      return optionOf(form.options, text);
    case "choices":
      return optionsOf(form.options, text);
    case "number":
      return numberOf(text);
    case "text":
      return textOf(text);
    case "structure":
      return jsonOf(text);
  }
}

/** The option as the schema writes it; an unknown word stays, so that the refusal names it. */
function optionOf(options: readonly string[], text: string): string {
  return options.find((option) => option.toLowerCase() === text.toLowerCase()) ?? text;
}

function optionsOf(options: readonly string[], text: string): readonly string[] | undefined {
  const words = text.split(/[\s,[\]"]+/u).filter((word) => word !== "");
  return words.length === 0 ? undefined : [...new Set(words.map((word) => optionOf(options, word)))];
}

/** `1.5`, `1,5`, `1.5%`, `25k`, `1M`. */
function numberOf(text: string): number | undefined {
  const [, sign = "", digits = "", unit = ""] =
    /^([+-]?)(\d{1,15}(?:[.,]\d{1,10})?)\s*(%|k|m)?$/iu.exec(text) ?? [];
  if (digits === "") return undefined;
  const factor = unit.toLowerCase() === "k" ? 1000 : unit.toLowerCase() === "m" ? 1_000_000 : 1;
  return Number(`${sign}${digits.replace(",", ".")}`) * factor;
}

/** As it is; quotes around it are no part of it. */
function textOf(text: string): string {
  const quoted = text.startsWith('"') ? jsonOf(text) : undefined;
  return typeof quoted === "string" ? quoted : text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
