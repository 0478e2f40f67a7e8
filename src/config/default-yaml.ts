import { stringify } from "yaml";
import { z } from "zod";

/** The part of JSON Schema that zod writes for our configuration. */
interface Node {
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

/**
 * Every setting of a schema as commented YAML: help, range, default, in the order of the schema. Where a choice
 * of shapes exists, the first is written out and the others stand below it as comments.
 */
export function defaultYaml(schema: z.ZodType): string {
  const root = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Node;
  return `${lines(root, "").join("\n")}\n`;
}

function lines(node: Node, indent: string): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => property(key, child, indent));
}

function property(key: string, node: Node, indent: string): string[] {
  const comment = commentLines(node, indent);
  const shapes = node.oneOf ?? (node.anyOf?.some((shape) => shape.properties) ? node.anyOf : undefined);
  if (shapes) return [...comment, `${indent}${key}:`, ...choice(shapes, `${indent}  `)];
  if (node.properties && Object.keys(node.properties).length > 0)
    return [...comment, ...section(key, lines(node, `${indent}  `), indent)];
  const value = node.const ?? node.default ?? (node.properties && {});
  if (value === undefined) return [...comment, `${indent}# ${key}:`];
  return [...comment, `${indent}${key}: ${inline(value)}`];
}

/** A section in which nothing is set is a comment as a whole: a key without a value would be null. */
function section(key: string, inner: readonly string[], indent: string): string[] {
  const isEmpty = inner.every((line) => line.trimStart().startsWith("#"));
  return [`${indent}${isEmpty ? "# " : ""}${key}:`, ...inner];
}

function choice(shapes: readonly Node[], indent: string): string[] {
  const [first, ...others] = shapes;
  const alternatives = others.flatMap((shape) =>
    shape.enum
      ? [`${indent}# or one of ${shape.enum.join(", ")}`]
      : [`${indent}# or:`, ...lines(shape, "").map((line) => `${indent}# ${line}`)],
  );
  return [...(first ? lines(first, indent) : []), ...alternatives];
}

function commentLines(node: Node, indent: string): string[] {
  const text = [node.description, range(node)].filter(Boolean).join(". ");
  return text === "" ? [] : [`${indent}# ${text}`];
}

function range(node: Node): string | undefined {
  if (node.enum) return `One of ${node.enum.join(", ")}`;
  const low = node.exclusiveMinimum !== undefined ? `above ${node.exclusiveMinimum}` : node.minimum;
  if (low === undefined || node.maximum === undefined || node.maximum === Number.MAX_SAFE_INTEGER)
    return undefined;
  return `Range: ${low} to ${node.maximum}`;
}

function inline(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
}
