import type { z } from "zod";
import { DeskError } from "../errors.ts";
import { type Settings, type SettingsInput, settingsSchema } from "./settings.ts";

/** What people set, and the settings that follow from it; what is not named has its default. */
export interface ResolvedSettings {
  readonly overrides: SettingsInput;
  readonly settings: Settings;
}

type Tree = Readonly<Record<string, unknown>>;

/**
 * Settings with the value at the dotted path replaced; `undefined` brings the default back.
 * Throws `DeskError` `settings-invalid` naming the path that the schema refuses, and the problem.
 */
export function changeSettings(overrides: SettingsInput, path: string, value: unknown): ResolvedSettings {
  if (path === "") throw new DeskError("settings-invalid", { path, problem: "expected a path" });
  if (value !== undefined && !isJson(value)) {
    throw new DeskError("settings-invalid", { path, problem: "expected JSON" });
  }
  return resolveSettings(withValue(overrides, path.split("."), value));
}

/** Checks what people set. Throws `DeskError` `settings-invalid` naming the path. */
export function resolveSettings(overrides: unknown): ResolvedSettings {
  // Through JSON first: what is checked is exactly what will be stored and read again.
  const stored: unknown = JSON.parse(JSON.stringify(overrides ?? null));
  const parsed = settingsSchema.safeParse(stored);
  if (!parsed.success) throw settingsInvalid(parsed.error.issues[0]);
  return { overrides: stored as SettingsInput, settings: frozen(parsed.data) };
}

/** The setting (or group) at a path of valid settings. */
export function settingAt(settings: Settings, path: string): unknown {
  const keys = path === "" ? [] : path.split(".");
  return keys.reduce<unknown>(
    (node, key) => (isTree(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    settings,
  );
}

/** What was in force at the path; null when the standing settings are not valid any more. */
export function settingBefore(overrides: SettingsInput, path: string): unknown {
  const parsed = settingsSchema.safeParse(overrides);
  return parsed.success ? (settingAt(parsed.data, path) ?? null) : null;
}

function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

/** Every property is an own one, also under names that mean something to JavaScript. */
export function withValue(node: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const tree = isTree(node) ? node : {};
  const child = Object.hasOwn(tree, key) ? tree[key] : undefined;
  return { ...tree, [key]: withValue(child, rest, value) };
}

function isTree(node: unknown): node is Tree {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

function settingsInvalid(first: z.core.$ZodIssue | undefined): DeskError {
  const issue = first?.code === "invalid_union" ? nearestIssue(first) : first;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown].map(String).join(".");
  return new DeskError("settings-invalid", { path, problem: issue?.message ?? "", ...brokenRule(issue) });
}

/** Of the shapes that a value may have, what is wrong with the one that it resembles most. */
function nearestIssue(union: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue {
  const issues = union.errors.flat();
  const inside = issues.find(({ code, path }) => path.length > 0 || code === "unrecognized_keys");
  const nearest = inside ?? issues.find(({ code }) => code === "invalid_value") ?? union;
  return { ...nearest, path: nearest === union ? union.path : [...union.path, ...nearest.path] };
}

/** Which rule of the schema was broken, for whoever says it in another language than `problem` does. */
function brokenRule(issue: z.core.$ZodIssue | undefined): {
  readonly rule?: string;
  readonly limit?: string;
} {
  switch (issue?.code) {
    case "too_small":
      return { rule: `${issue.inclusive ? "least" : "above"}-${issue.origin}`, limit: String(issue.minimum) };
    case "too_big":
      return { rule: `${issue.inclusive ? "most" : "below"}-${issue.origin}`, limit: String(issue.maximum) };
    case "invalid_type":
      return { rule: issue.expected === "int" ? "whole-number" : "kind" };
    case "invalid_value":
      return { rule: "option" };
    case "unrecognized_keys":
      return { rule: "unknown" };
    case "custom":
      return { rule: String(issue.params?.rule) };
    default:
      return {};
  }
}

/** Readers share one copy. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

/**
 * The least that has to be set so that the same settings follow: what is as by default is left out, so that it
 * goes on following the code.
 */
export function overridesOf(settings: Settings): SettingsInput {
  return (differing(settings, settingsSchema.parse({})) ?? {}) as SettingsInput;
}

function differing(node: unknown, standard: unknown): unknown {
  if (!isTree(node) || !isTree(standard))
    return JSON.stringify(node) === JSON.stringify(standard) ? undefined : node;
  const entries = Object.entries(node)
    .map(([key, value]) => [key, differing(value, Object.hasOwn(standard, key) ? standard[key] : undefined)])
    .filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
