import { beforeAll, describe, expect, it } from "vitest";
import { previewChange } from "../../../src/bot/settings/change-settings.ts";
import { allFields } from "../../../src/bot/settings/setting-changes.ts";
import { DeskError } from "../../../src/engine/errors.ts";
import { LOCALES } from "../../../src/engine/locales.ts";
import type { SettingForm } from "../../../src/engine/settings/setting-nodes.ts";
import { SETTING_RULES } from "../../../src/engine/settings/setting-rules.ts";
import { settingsSchema } from "../../../src/engine/settings/settings.ts";
import { changeSettings } from "../../../src/engine/settings/settings-change.ts";
import { cardText, createFakeDesk, type FakeDesk } from "../../fakes/chat-desk.ts";

const DEFAULTS = settingsSchema.parse({});

const NUMBERS: readonly unknown[] = [-1e15, -1, 0, 0.5, 1e15];

const TEXTS: readonly unknown[] = [null, "", "!!", "A", "all", "x".repeat(1001), "17:00-17:00"];

const LISTS: readonly unknown[] = [
  "all",
  ...[...NUMBERS, ...TEXTS, {}, "sth", "bos"].map((part) => [part]),
  ...[["a", "a"], ["sth", "sth"], [60, 60], Array.from({ length: 1001 }, () => "5m"), [], [[]]],
  [["a"], ["a"]],
];

/** Groups in lists, each with one thing wrong. */
const GROUPS: readonly unknown[] = [
  [
    { symbol: "BTC/USDT", companion: "ETH/USDT" },
    { symbol: "BTC/USDT", companion: "SOL/USDT" },
  ],
  [{ symbol: "", companion: "ETH/USDT" }],
  [{ cron: "hourly" }],
  [{ cron: "30 8 * * 1-5", timeZone: "Berlin" }],
  [{ cron: "30 8 * * 1-5", timeframes: [] }],
  [{ name: "A", symbols: ["*"] }],
  [{ name: "all", symbols: ["*"] }],
  [{ name: "majors", symbols: ["BTC USDT"] }],
  [{ name: "majors", symbols: ["*"], more: 1 }],
  [{ name: "A", maxNotional: 1 }],
  [{ name: "one", maxNotional: 0 }],
  [
    { name: "one", maxNotional: 1 },
    { name: "one", maxNotional: 2 },
  ],
  [{ name: "sth", left: 2, right: 2 }],
  [{ name: "one", left: 2.5, right: 2 }],
  [
    { name: "one", left: 2, right: 2 },
    { name: "one", left: 3, right: 3 },
  ],
  { timezone: "Berlin" },
  { time: "25:00" },
  { timezone: "UTC", at: "17:00" },
];

interface Refusal {
  readonly path: string;
  readonly value: unknown;
  readonly rule: string;
  readonly problem: string;
}

function refusalOf(path: string, value: unknown): Refusal | undefined {
  try {
    changeSettings(DEFAULTS, path, value);
    return undefined;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const { rule = "none", problem = "" } = error.args;
    return { path, value, rule: String(rule), problem: String(problem) };
  }
}

function badValues({ kind }: SettingForm): readonly unknown[] {
  switch (kind) {
    case "toggle":
    case "choice":
      return [null, "!!"];
    case "number":
      return [null, ...NUMBERS];
    case "text":
      return TEXTS;
    case "choices":
      return LISTS;
    case "structure":
      return [...LISTS, ...GROUPS];
  }
}

/** Every setting with values that it refuses, one for each rule. */
const REFUSALS: readonly Refusal[] = allFields().flatMap(({ path, form }) => {
  const found = badValues(form).flatMap((value) => refusalOf(path, value) ?? []);
  return [...new Map(found.map((refusal) => [refusal.rule, refusal])).values()];
});

/** The weights as a group: each may be 0, all of them may not. */
const NO_WEIGHT = Object.fromEntries(Object.keys(DEFAULTS.signals.weights).map((name) => [name, 0]));

describe("the refusals of settings", () => {
  let desk: FakeDesk;
  const inEnglish: string[] = [];
  beforeAll(async () => {
    desk = createFakeDesk();
    for (const refusal of REFUSALS) inEnglish.push(await reason("en", refusal));
  });

  /** What the card says below its title. */
  async function reason(locale: string, { path, value }: Pick<Refusal, "path" | "value">): Promise<string> {
    const words = desk.texts.for({ locale, timeZone: "UTC" });
    const card = await previewChange({ role: "admin" }, { path, value }, { ...desk, words });
    return cardText(card).split("\n")[1] ?? "";
  }

  it("are there for every setting, and name every rule that there is", () => {
    const refusing = new Set(REFUSALS.map(({ path }) => path));
    expect(allFields().filter(({ path }) => !refusing.has(path))).toEqual([]);
    const rules = new Set(REFUSALS.map(({ rule }) => rule));
    expect(Object.keys(SETTING_RULES).filter((rule) => !rules.has(rule))).toEqual(["some-weight"]);
    expect(refusalOf("signals.weights", NO_WEIGHT)?.rule).toBe("some-weight");
    expect(rules).not.toContain("none");
    expect(REFUSALS.length).toBeGreaterThan(500);
  });

  it.each(LOCALES)(
    "say in %s which rule it is, never in the words of the schema or in English",
    async (locale) => {
      const words = desk.texts.for({ locale, timeZone: "UTC" });
      const other = words.say("settings-problem", { rule: "other", limit: "" });
      const wrong: string[] = [];
      for (const [at, refusal] of REFUSALS.entries()) {
        const said = await reason(locale, refusal);
        const isEnglish = locale !== "en" && said === inEnglish[at];
        if (said === other || said.includes(refusal.problem) || isEnglish)
          wrong.push(`${refusal.path}: ${said}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
