import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { englishSettingHelp } from "./settings/setting-help.ts";

const LOCALES_FOLDER = fileURLToPath(new URL("../../locales/", import.meta.url));

/**
 * Text of every language by its tag: `en.ftl` is found under `en`, followed by the help of settings, which is
 * in `settings/` for other languages and in the schema for English.
 */
export async function readLocales(folder: string = LOCALES_FOLDER): Promise<ReadonlyMap<string, string>> {
  const [texts, help] = await Promise.all([readFolder(folder), readFolder(join(folder, "settings"))]);
  const helpOf = new Map([...help, ["en", englishSettingHelp()]]);
  return new Map([...texts].map(([locale, source]) => [locale, `${source}\n${helpOf.get(locale) ?? ""}`]));
}

async function readFolder(folder: string): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ftl")).sort();
  const sources = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return names.map((name, at) => [name.slice(0, -".ftl".length), sources[at] ?? ""] as const);
}
