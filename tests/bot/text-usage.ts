import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";

const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));

/** One `say(...)` in the source: its key, or the fixed beginning and end of a composed key. */
export interface TextUse {
  readonly file: string;
  readonly key?: string;
  readonly composed?: { readonly prefix: string; readonly suffix: string };
  /** Names in an object literal of values; unset when the values are not written out. */
  readonly args?: readonly string[];
}

type Node = { readonly type?: string } & Readonly<Record<string, unknown>>;

function sourceFiles(below: string): readonly string[] {
  return readdirSync(join(SOURCE, below), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.startsWith(`web${sep}page${sep}`))
    .map((name) => join(below, name));
}

/** Every call of `say` below src/bot. */
export function textUses(): readonly TextUse[] {
  return sourceFiles("bot").flatMap((file) => {
    const module = parseSync(readFileSync(join(SOURCE, file), "utf8"), { syntax: "typescript" });
    const uses: TextUse[] = [];
    visit(module as unknown as Node, (node) => {
      if (isSay(node)) uses.push({ file, ...useOf(node) });
    });
    return uses;
  });
}

/** Every string literal of the source that looks like a text key the engine or the jobs ask for. */
export function phraseKeys(): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const file of sourceFiles(".")) {
    const text = readFileSync(join(SOURCE, file), "utf8");
    for (const [, key = ""] of text.matchAll(/"((?:reason|part|notice|picture)-[a-z0-9-]+)"/g)) keys.add(key);
  }
  return keys;
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, look);
  } else if (typeof value === "object" && value !== null) {
    look(value as Node);
    for (const child of Object.values(value)) visit(child, look);
  }
}

function isSay(node: Node): boolean {
  const callee = node.callee as { property?: { value?: string } } | undefined;
  return node.type === "CallExpression" && callee?.property?.value === "say";
}

function useOf(node: Node): Omit<TextUse, "file"> {
  const [key, values] = (node.arguments as { expression: Node }[]).map(({ expression }) => expression);
  const args = literalNames(values);
  return { ...keyOf(key), ...(args === undefined ? {} : { args }) };
}

function keyOf(node: Node | undefined): Pick<TextUse, "key" | "composed"> {
  if (node?.type === "StringLiteral") return { key: String(node.value) };
  if (node?.type !== "TemplateLiteral") return {};
  const quasis = node.quasis as { cooked: string }[];
  return { composed: { prefix: quasis[0]?.cooked ?? "", suffix: quasis.at(-1)?.cooked ?? "" } };
}

function literalNames(values: Node | undefined): readonly string[] | undefined {
  if (values === undefined) return [];
  if (values.type !== "ObjectExpression") return undefined;
  const names = (values.properties as Node[]).map((property) => {
    if (property.type === "Identifier") return String(property.value);
    const key = property.key as { value?: string } | undefined;
    return key?.value;
  });
  return names.every((name) => name !== undefined) ? names : undefined;
}
