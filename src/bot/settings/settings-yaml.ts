import { type Document, LineCounter, parseDocument, stringify } from "yaml";
import type { Settings } from "../../engine/settings/settings.ts";
import { withValue } from "../../engine/settings/settings-change.ts";
import { fieldChanges } from "./setting-changes.ts";

export type YamlReading =
  | { readonly status: "read"; readonly settings: unknown }
  /** From the line on it is no YAML; without a line it is, but not keys and values. */
  | { readonly status: "unreadable"; readonly line?: number };

/**
 * What is not as by default, one setting a line under its dotted path: valid YAML without indentation, which chats
 * and phones keep as it is.
 */
export function settingsYaml(settings: Settings, standard: Settings): string {
  return fieldChanges(standard, settings)
    .map(
      ({ path, after }) => `${path}: ${stringify(after, { collectionStyle: "flow", lineWidth: 0 }).trim()}`,
    )
    .join("\n");
}

/** Reads settings with dotted paths or nested keys, as `/export` or a configuration file has them. */
export function readSettingsYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined) return { status: "unreadable", line: lines.linePos(fault.pos[0]).line };
  const value = plainValue(document);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { status: "unreadable" };
  const whole = Object.entries(value).length === 1 && Object.hasOwn(value, "settings");
  const tree: unknown = whole ? Reflect.get(value, "settings") : value;
  return { status: "read", settings: nested(tree) };
}

/** Nothing when its references have no end, or more than anybody writes. */
function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function nested(tree: unknown): unknown {
  if (typeof tree !== "object" || tree === null || Array.isArray(tree)) return tree;
  return Object.entries(tree).reduce<unknown>(
    (made, [key, value]) => withValue(made, key.split("."), value),
    {},
  );
}
