import { z } from "zod";
import { settingsSchema } from "./settings.ts";

/** What a setting may be, as its schema says. */
export type SettingForm =
  | { readonly kind: "toggle" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  /** Any of the options, at least one. */
  | { readonly kind: "choices"; readonly options: readonly string[] }
  | {
      readonly kind: "number";
      readonly whole: boolean;
      readonly minimum?: number;
      readonly maximum?: number;
      /** The value must be above this. */
      readonly above?: number;
    }
  /** Names, times of day, zones: typed as they are. */
  | { readonly kind: "text" }
  /** Lists of numbers, of texts or of groups: written as JSON. */
  | { readonly kind: "structure" };

export interface SettingField {
  readonly kind: "field";
  /** Dotted, such as `risk.riskPercent`. */
  readonly path: string;
  readonly help: string;
  readonly form: SettingForm;
  readonly standard: unknown;
}

export interface SettingSection {
  readonly kind: "section";
  /** Empty for the whole. */
  readonly path: string;
  readonly help: string;
  readonly children: readonly SettingNode[];
}

export type SettingNode = SettingField | SettingSection;

/** The part of JSON Schema that zod writes for settings. */
interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

/** The settings of a schema as a tree of sections and fields, in its order. */
export function settingTree(schema: z.ZodType): SettingSection {
  const root = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as SchemaNode;
  return section("", root, schema.parse({}));
}

/** Every section and field of the desk, by its path; the whole is at the empty path. */
export const SETTING_NODES: ReadonlyMap<string, SettingNode> = new Map(
  everyNode(settingTree(settingsSchema)).map((node) => [node.path, node]),
);

function everyNode(node: SettingNode): readonly SettingNode[] {
  return node.kind === "field" ? [node] : [node, ...node.children.flatMap(everyNode)];
}

/** Every field below a node, itself included. */
export function fieldsBelow(node: SettingNode): readonly SettingField[] {
  return everyNode(node).flatMap((each) => (each.kind === "field" ? [each] : []));
}

/** Defaults come from the schema itself: what it writes of them is not yet filled in. */
function section(path: string, schemaNode: SchemaNode, standard: unknown): SettingSection {
  const { description = "", properties = {} } = schemaNode;
  const children = Object.entries(properties).map(([key, child]) => {
    const below = path === "" ? key : `${path}.${key}`;
    const value: unknown = Object(standard)[key];
    return child.properties === undefined ? field(below, child, value) : section(below, child, value);
  });
  return { kind: "section", path, help: description, children };
}

function field(path: string, node: SchemaNode, standard: unknown): SettingField {
  return { kind: "field", path, help: node.description ?? "", form: formOf(node), standard };
}

function formOf(node: SchemaNode): SettingForm {
  if (node.type === "boolean") return { kind: "toggle" };
  if (node.enum !== undefined) return { kind: "choice", options: node.enum };
  if (node.type === "array" && node.items?.enum !== undefined)
    return { kind: "choices", options: node.items.enum };
  if (node.type === "string") return { kind: "text" };
  if (node.type !== "number" && node.type !== "integer") return { kind: "structure" };
  return {
    kind: "number",
    whole: node.type === "integer",
    ...(node.minimum !== undefined && { minimum: node.minimum }),
    ...(node.maximum !== undefined && { maximum: node.maximum }),
    ...(node.exclusiveMinimum !== undefined && { above: node.exclusiveMinimum }),
  };
}
