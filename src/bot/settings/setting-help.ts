import { createHash } from "node:crypto";
import { SETTING_NODES, type SettingNode } from "../../engine/settings/setting-nodes.ts";
import type { Words } from "../texts.ts";

/** An English help text of the schema, and what its translations are filed under. */
export interface SettingHelpText {
  /** From the path of the first setting that has this text: `setting-risk-riskPercent`. */
  readonly key: string;
  readonly english: string;
  /** Of the English text; each translation names the one that it was made from. */
  readonly print: string;
}

/** Every different help text, in the order of the settings; those that share one share its translation. */
export const SETTING_HELP_TEXTS: readonly SettingHelpText[] = [...SETTING_NODES.values()]
  .filter(({ help }, at, all) => help !== "" && all.findIndex((node) => node.help === help) === at)
  .map(({ path, help }) => helpText(path, help));

const BY_ENGLISH: ReadonlyMap<string, SettingHelpText> = new Map(
  SETTING_HELP_TEXTS.map((text) => [text.english, text]),
);

/** What the setting or section is, in the reader's language; empty when the schema says nothing of it. */
export function settingHelp(words: Words, { help }: Pick<SettingNode, "help">): string {
  const text = BY_ENGLISH.get(help);
  return text === undefined ? help : words.phrase({ key: text.key });
}

/** The English texts of the schema as Fluent source, to which other languages fall back. */
export function englishSettingHelp(): string {
  return SETTING_HELP_TEXTS.map(({ key, english }) => `${key} = {${JSON.stringify(english)}}\n`).join("");
}

function helpText(path: string, english: string): SettingHelpText {
  const print = createHash("sha256").update(english).digest("hex").slice(0, 8);
  return { key: `setting-${path.replaceAll(".", "-")}`, english, print };
}
