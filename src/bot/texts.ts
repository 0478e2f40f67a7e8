import { FluentBundle, FluentResource } from "@fluent/bundle";
import { DeskError } from "../engine/errors.ts";
import type { Phrase } from "../engine/signal.ts";
import type { Reader } from "./conversation.ts";
import { createFormats, type Formats } from "./formats.ts";
import { fluentFunctions } from "./text-functions.ts";

export type TextArgs = Readonly<Record<string, string | number>>;

/** A text that could not be written as meant; what was shown instead is still readable. */
export interface TextFault {
  readonly fault: "missing-key" | "not-translated" | "missing-variable" | "unknown-phrase" | "unknown-reader";
  readonly key: string;
  readonly locale: string;
}

/** Texts and formats of one reader. */
export interface Words extends Formats {
  readonly reader: Reader;
  /** The text behind a key of `locales/en.ftl`; `key.attribute` names an attribute. */
  say(key: string, args?: TextArgs): string;
  /** A sentence the engine asked for. An unknown key is reported and shown with its values, as it is. */
  phrase(phrase: Phrase): string;
  has(key: string): boolean;
}

export interface Texts {
  /** Never throws: an unknown language becomes English, an unknown zone UTC; both are reported once. */
  for(reader: Reader): Words;
}

export interface TextsOptions {
  /** Fluent source by language tag; `en` is required and stands in for what another language lacks. */
  readonly sources: ReadonlyMap<string, string>;
  /** Told of every fault; of a text that a language lacks only once. Tests throw here; the desk logs. */
  readonly report: (fault: TextFault) => void;
}

const SOURCE_LOCALE = "en";

/** Throws `DeskError` `config-invalid` when English is missing. */
export function createTexts({ sources, report }: TextsOptions): Texts {
  if (!sources.has(SOURCE_LOCALE)) throw new DeskError("config-invalid", { path: "locales/en.ftl" });
  const resources = new Map([...sources].map(([locale, source]) => [locale, new FluentResource(source)]));
  const written = new Map<string, Words>();
  const lacking = new Set<string>();
  const lacks = (key: string, locale: string) => {
    if (lacking.has(`${locale} ${key}`)) return;
    lacking.add(`${locale} ${key}`);
    report({ fault: "not-translated", key, locale });
  };
  const words = (reader: Reader): Words => {
    const key = `${reader.locale} ${reader.timeZone}`;
    const found =
      written.get(key) ?? createWords(knownReader(reader, resources, report), resources, { report, lacks });
    written.set(key, found);
    return found;
  };
  return { for: words };
}

type Resources = ReadonlyMap<string, FluentResource>;

/** What the platform and the texts can do for this reader. */
function knownReader(reader: Reader, resources: Resources, report: TextsOptions["report"]): Reader {
  const locale = supportedLocale(reader.locale, resources);
  const timeZone = supportedZone(reader.timeZone);
  if (locale !== undefined && timeZone !== undefined) return { locale, timeZone };
  report({ fault: "unknown-reader", key: `${reader.locale} ${reader.timeZone}`, locale: SOURCE_LOCALE });
  return { locale: locale ?? SOURCE_LOCALE, timeZone: timeZone ?? "UTC" };
}

function supportedLocale(tag: string, resources: Resources): string | undefined {
  try {
    const [canonical = ""] = Intl.getCanonicalLocales(tag);
    return languageFiles(canonical, resources).length > 0 ? canonical : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function supportedZone(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Files that serve a tag, best first: `pt-BR`, then `pt`. */
function languageFiles(tag: string, resources: Resources): string[] {
  const parts = tag.split("-");
  return parts
    .map((_, dropped) => parts.slice(0, parts.length - dropped).join("-"))
    .filter((candidate) => resources.has(candidate));
}

interface Reports extends Pick<TextsOptions, "report"> {
  /** Told when another language stands in. */
  readonly lacks: (key: string, locale: string) => void;
}

function createWords(reader: Reader, resources: Resources, { report, lacks }: Reports): Words {
  const formats = createFormats(reader);
  const files = [...new Set([...languageFiles(reader.locale, resources), SOURCE_LOCALE])];
  const bundles = files.map((file) => {
    const bundle = new FluentBundle(reader.locale, {
      functions: fluentFunctions(formats),
      useIsolating: false,
    });
    const resource = resources.get(file);
    if (resource !== undefined) bundle.addResource(resource);
    return bundle;
  });
  const write = (key: string, args: TextArgs): string | undefined => {
    for (const [at, bundle] of bundles.entries()) {
      const pattern = patternOf(bundle, key);
      if (pattern === undefined) continue;
      if (at > 0 && files[at] === SOURCE_LOCALE) lacks(key, reader.locale);
      const errors: Error[] = [];
      const text = bundle.formatPattern(pattern, args, errors);
      if (errors.length > 0) report({ fault: "missing-variable", key, locale: reader.locale });
      return text;
    }
    return undefined;
  };
  const told = (fault: "missing-key" | "unknown-phrase", key: string, args: TextArgs): string => {
    report({ fault, key, locale: reader.locale });
    return visibly(key, args);
  };
  return {
    ...formats,
    reader,
    has: (key) => bundles.some((bundle) => patternOf(bundle, key) !== undefined),
    say: (key, args = {}) => write(key, args) ?? told("missing-key", key, args),
    phrase: ({ key, args = {} }) => write(key, args) ?? told("unknown-phrase", key, args),
  };
}

function patternOf(bundle: FluentBundle, key: string) {
  const [id = "", attribute] = key.split(".");
  const message = bundle.getMessage(id);
  return (attribute === undefined ? message?.value : message?.attributes[attribute]) ?? undefined;
}

function visibly(key: string, args: TextArgs): string {
  const values = Object.entries(args).map(([name, value]) => `${name} ${value}`);
  return `[${[key, ...values].join(", ")}]`;
}
