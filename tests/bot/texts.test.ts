import { describe, expect, it } from "vitest";
import { createTexts, type TextFault } from "../../src/bot/texts.ts";

const SOURCES = new Map([
  [
    "en",
    "hello = Hello { $name }\nonly-english = English\nprice = { PRICE($value) } { MONEY($value) } { R($value) }",
  ],
  ["de", "hello = Hallo { $name }\nprice = { PRICE($value) }"],
  ["pt-BR", "hello = Oi { $name }"],
]);

function collecting() {
  const faults: TextFault[] = [];
  return { faults, texts: createTexts({ sources: SOURCES, report: (fault) => faults.push(fault) }) };
}

describe("texts", () => {
  it("are written in the reader's language", () => {
    const { texts } = collecting();
    const say = (locale: string) => texts.for({ locale, timeZone: "UTC" }).say("hello", { name: "Ann" });
    expect(["en", "de", "de-AT", "pt-BR"].map(say)).toEqual([
      "Hello Ann",
      "Hallo Ann",
      "Hallo Ann",
      "Oi Ann",
    ]);
  });

  it("fall back to English for a key that a language lacks, and report each once", () => {
    const { texts, faults } = collecting();
    for (const timeZone of ["UTC", "UTC", "Europe/Berlin"]) {
      expect(texts.for({ locale: "de", timeZone }).say("only-english")).toBe("English");
    }
    expect(texts.for({ locale: "pt-BR", timeZone: "UTC" }).phrase({ key: "only-english" })).toBe("English");
    expect(texts.for({ locale: "en-GB", timeZone: "UTC" }).say("only-english")).toBe("English");
    expect(faults).toEqual([
      { fault: "not-translated", key: "only-english", locale: "de" },
      { fault: "not-translated", key: "only-english", locale: "pt-BR" },
    ]);
  });

  it.each([
    ["fr", "UTC"],
    ["pt", "UTC"],
    ["", "UTC"],
    ["not a tag", "UTC"],
    ["en", "Mars/Olympus"],
    ["en", ""],
  ])("become English in UTC for a reader of %s in %s, and that is reported once", (locale, timeZone) => {
    const { texts, faults } = collecting();
    const words = texts.for({ locale, timeZone });
    texts.for({ locale, timeZone });
    expect(words.say("hello", { name: "Ann" })).toBe("Hello Ann");
    expect(words.reader).toEqual({ locale: "en", timeZone: "UTC" });
    expect(faults.map(({ fault }) => fault)).toEqual(["unknown-reader"]);
  });

  it("report a key that does not exist and show it", () => {
    const { texts, faults } = collecting();
    expect(texts.for({ locale: "en", timeZone: "UTC" }).say("nothing", { a: 1 })).toBe("[nothing, a 1]");
    expect(faults).toEqual([{ fault: "missing-key", key: "nothing", locale: "en" }]);
  });

  it("report a variable that is missing, also inside of a function", () => {
    const { texts, faults } = collecting();
    const words = texts.for({ locale: "en", timeZone: "UTC" });
    expect(words.say("hello")).toBe("Hello {$name}");
    words.say("price");
    expect(faults.map(({ fault, key }) => [fault, key])).toEqual([
      ["missing-variable", "hello"],
      ["missing-variable", "price"],
    ]);
  });

  it("report a phrase of the engine that has no text, and show it with its values", () => {
    const { texts, faults } = collecting();
    const phrase = { key: "reason-new-idea", args: { top: 2, name: "x" } };
    expect(texts.for({ locale: "en", timeZone: "UTC" }).phrase(phrase)).toBe(
      "[reason-new-idea, top 2, name x]",
    );
    expect(faults.map(({ fault }) => fault)).toEqual(["unknown-phrase"]);
  });

  it("write values as the reader is used to", () => {
    const { texts } = collecting();
    const price = (locale: string) =>
      texts.for({ locale, timeZone: "UTC" }).say("price", { value: "1234.50" });
    expect(price("en")).toBe("1,234.50 1,234.50 +1,234.5R");
    expect(price("de")).toBe("1.234,50");
  });

  it("show a value that is no number as it came", () => {
    const { texts } = collecting();
    const words = texts.for({ locale: "en", timeZone: "UTC" });
    expect(words.say("price", { value: "n/a" })).toBe("n/a n/a n/a");
  });

  it("need English", () => {
    expect(() => createTexts({ sources: new Map(), report: () => undefined })).toThrow("config-invalid");
  });
});
