import { readdirSync, readFileSync } from "node:fs";
import { type Message, parse } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { SETTING_HELP_TEXTS, settingHelp } from "../../../src/bot/settings/setting-help.ts";
import { LOCALES } from "../../../src/engine/locales.ts";
import { SETTING_NODES } from "../../../src/engine/settings/setting-nodes.ts";
import { strictTexts } from "../../fakes/chat-desk.ts";

const FOLDER = new URL("../../../locales/settings/", import.meta.url);
const languages = LOCALES.filter((locale) => locale !== "en");

/** Key and print of every translation in the file, in its order. */
function translationsOf(locale: string): readonly string[] {
  const { body } = parse(readFileSync(new URL(`${locale}.ftl`, FOLDER), "utf8"), {});
  expect(body.filter(({ type }) => type === "Junk")).toEqual([]);
  return body
    .filter((entry): entry is Message => entry.type === "Message")
    .map(({ id, attributes }) => {
      const print = attributes.find((attribute) => attribute.id.name === "of")?.value.elements[0];
      return `${id.name} of ${print?.type === "TextElement" ? print.value : "nothing"}`;
    });
}

describe.each(languages)("the help of settings in %s", (locale) => {
  it("is there for every text of the schema and no other, made from the English that stands", () => {
    expect(translationsOf(locale)).toEqual(SETTING_HELP_TEXTS.map(({ key, print }) => `${key} of ${print}`));
  });

  it("is not the English text", () => {
    const words = strictTexts().for({ locale, timeZone: "UTC" });
    const same = SETTING_HELP_TEXTS.filter(({ key, english }) => words.say(key) === english);
    expect(same.map(({ english }) => english)).toEqual([]);
  });
});

describe("the help of a setting", () => {
  const risk = SETTING_NODES.get("risk.riskPercent") ?? { help: "" };

  it("is that of the schema for an English reader", () => {
    const words = strictTexts().for({ locale: "en", timeZone: "UTC" });
    expect([...SETTING_NODES.values()].filter((node) => settingHelp(words, node) !== node.help)).toEqual([]);
  });

  it("is in the reader's language", () => {
    const words = strictTexts().for({ locale: "de", timeZone: "UTC" });
    expect(settingHelp(words, risk)).toBe(
      "Prozent des Kontostands, die verloren gehen, wenn der Stop erreicht wird; höher heißt größere Positionen",
    );
  });

  it("has one file for each language but English", () => {
    expect(readdirSync(FOLDER).sort()).toEqual(languages.map((locale) => `${locale}.ftl`).sort());
  });

  it("has its own key for every different text", () => {
    const keys = SETTING_HELP_TEXTS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
