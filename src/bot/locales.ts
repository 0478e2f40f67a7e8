import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const LOCALES_FOLDER = fileURLToPath(new URL("../../locales/", import.meta.url));

/** Text of every Fluent file in the folder by its language tag: `en.ftl` is found under `en`. */
export async function readLocales(folder: string = LOCALES_FOLDER): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ftl")).sort();
  const sources = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return new Map(names.map((name, at) => [name.slice(0, -".ftl".length), sources[at] ?? ""]));
}
