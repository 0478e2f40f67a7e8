import { describe, expect, it } from "vitest";
import { LOCALES } from "../../src/engine/locales.ts";
import { strictTexts } from "../fakes/chat-desk.ts";
import { type FluentText, readFluentFile } from "./fluent-file.ts";

const fileOf = (locale: string) => readFluentFile(new URL(`../../locales/${locale}.ftl`, import.meta.url));
const english = fileOf("en");
const translations = LOCALES.filter((locale) => locale !== "en");

const PLURALS = new Set(["zero", "one", "two", "few", "many", "other"]);

/** Variants that mean something to the desk; plural forms are each language's own. */
function meanings({ variants }: FluentText): readonly string[] {
  return [...variants]
    .flatMap(([name, keys]) => keys.filter((key) => !PLURALS.has(key)).map((key) => `${name} ${key}`))
    .sort();
}

function isCounted({ variants }: FluentText): boolean {
  return [...variants.values()].some((keys) => keys.includes("one"));
}

describe.each(translations)("the texts in %s", (locale) => {
  const file = fileOf(locale);

  it("are valid Fluent without a key twice", () => {
    expect(file.junk).toEqual([]);
    expect(file.duplicates).toEqual([]);
  });

  it("have every key of the English ones, and no other", () => {
    const missing = [...english.texts.keys()].filter((key) => !file.texts.has(key));
    const unknown = [...file.texts.keys()].filter((key) => !english.texts.has(key));
    expect({ locale, missing, unknown }).toEqual({ locale, missing: [], unknown: [] });
  });

  it("use the same variables and tell the same things apart", () => {
    const wrong = [...file.texts].flatMap(([key, text]) => {
      const source = english.texts.get(key);
      if (source === undefined) return [];
      const variables = [[...source.variables].sort().join(), [...text.variables].sort().join()];
      const told = [meanings(source).join(), meanings(text).join()];
      return variables[0] === variables[1] && told[0] === told[1] ? [] : [`${key}: ${variables} ${told}`];
    });
    expect(wrong).toEqual([]);
  });

  it("have every plural form that the language has", () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    // Portuguese and Spanish have a form for whole millions, Russian one for fractions: counts here are neither.
    const unused = locale === "ru" ? ["other"] : ["many"];
    const needed = pluralCategories.filter((form) => !unused.includes(form) || pluralCategories.length === 1);
    const wrong = [...english.texts].flatMap(([key, source]) => {
      if (!isCounted(source)) return [];
      const forms = [...(file.texts.get(key)?.variants.values() ?? [])].flat();
      const lacking = needed.filter((form) => !forms.includes(form));
      return lacking.length === 0 ? [] : [`${key} lacks ${lacking}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("numbers in words", () => {
  it.each([
    [1, "Да, закрыть 1 позицию"],
    [2, "Да, закрыть 2 позиции"],
    [5, "Да, закрыть 5 позиций"],
    [11, "Да, закрыть 11 позиций"],
    [21, "Да, закрыть 21 позицию"],
  ])("take the right form in Russian for %d", (count, text) => {
    const words = strictTexts().for({ locale: "ru", timeZone: "UTC" });
    expect(words.say("button-close-all-confirm", { count })).toBe(text);
  });
});
