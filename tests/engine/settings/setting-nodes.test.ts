import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loosenedLimits, roleToChange } from "../../../src/engine/settings/guarded-settings.ts";
import { fieldsBelow, SETTING_NODES, type SettingField } from "../../../src/engine/settings/setting-nodes.ts";
import { readSetting } from "../../../src/engine/settings/setting-text.ts";
import { settingsSchema } from "../../../src/engine/settings/settings.ts";
import { changeSettings, overridesOf, settingAt } from "../../../src/engine/settings/settings-change.ts";

const DEFAULTS = settingsSchema.parse({});

function field(path: string): SettingField {
  const node = SETTING_NODES.get(path);
  if (node?.kind !== "field") throw new Error(`${path} is no field`);
  return node;
}

const root = SETTING_NODES.get("");
const fields = root === undefined ? [] : fieldsBelow(root);

describe("the tree of settings", () => {
  it("knows form, range, default and help of a setting from its schema", () => {
    expect(field("risk.riskPercent")).toEqual({
      kind: "field",
      path: "risk.riskPercent",
      help: "Percent of the balance lost when the stop is hit; raise it for larger positions",
      form: { kind: "number", whole: false, maximum: 10, above: 0 },
      standard: 1,
    });
    expect(field("charts.theme").form).toEqual({
      kind: "choice",
      options: ["dark", "light", "colour-blind"],
    });
    expect(field("signals.showDenied").form).toEqual({ kind: "toggle" });
    expect(field("signals.timeframes").form).toMatchObject({ kind: "choices" });
    expect(field("detectors.session.asian").form).toEqual({ kind: "text" });
    expect(field("risk.correlatedGroups").form).toEqual({ kind: "structure" });
  });

  it("has every setting with the default that is in force, and a help for it", () => {
    expect(fields.length).toBeGreaterThan(90);
    for (const { path, standard, help } of fields) {
      expect([path, settingAt(DEFAULTS, path)]).toEqual([path, standard]);
      expect([path, help]).not.toEqual([path, ""]);
    }
  });
});

describe("typed settings", () => {
  it.each<[path: string, typed: string, value: unknown]>([
    ["risk.riskPercent", "1.5", 1.5],
    ["risk.riskPercent", " 1,5 % ", 1.5],
    ["risk.maxOrderNotional", "25k", 25_000],
    ["risk.riskPercent", "default", undefined],
    ["signals.showDenied", "ON", true],
    ["signals.showDenied", "no", false],
    ["charts.theme", "Light", "light"],
    ["signals.timeframes", "5m, 1H", ["5m", "1h"]],
    ["detectors.session.asian", " 19:00-00:00 ", "19:00-00:00"],
    ["charts.name", '"Desk two"', "Desk two"],
    ["charts.name", 'Desk "two"', 'Desk "two"'],
    ["charts.name", '"Desk', '"Desk'],
    ["risk.correlatedGroups", '[["BTC/USDT","ETH/USDT"]]', [["BTC/USDT", "ETH/USDT"]]],
  ])("read %s %s", (path, typed, value) => {
    expect(readSetting(field(path), typed)).toEqual({ status: "read", value });
  });

  it.each([
    ["risk.riskPercent", "much"],
    ["risk.riskPercent", "1e309"],
    ["risk.riskPercent", "9".repeat(1000)],
    ["signals.showDenied", "perhaps"],
    ["risk.correlatedGroups", "[["],
    ["signals.timeframes", ","],
  ])("refuse %s %s", (path, typed) => {
    expect(readSetting(field(path), typed)).toEqual({ status: "unreadable" });
  });

  it("never make settings that the schema refuses, whatever is typed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ maxLength: 30 }), (one, typed) => {
        const reading = readSetting(one, typed);
        if (reading.status === "unreadable") return;
        try {
          const { settings } = changeSettings(DEFAULTS, one.path, reading.value);
          expect(settingsSchema.safeParse(settings).success).toBe(true);
        } catch (error) {
          expect(error).toMatchObject({ code: "settings-invalid" });
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe("the least settings that say the same", () => {
  it("leave out what is as by default", () => {
    const { settings } = changeSettings(DEFAULTS, "risk.riskPercent", 2);
    expect(overridesOf(settings)).toEqual({ risk: { riskPercent: 2 } });
    expect(overridesOf(DEFAULTS)).toEqual({});
  });
});

describe("guarded settings", () => {
  const set = (path: string, value: unknown) => changeSettings(DEFAULTS, path, value).settings;

  it("belong to admins where they protect the account", () => {
    expect(["risk.riskPercent", "risk", ""].map(roleToChange)).toEqual(["admin", "admin", "admin"]);
    expect(["charts.theme", "detectors.swing.enabled"].map(roleToChange)).toEqual(["trader", "trader"]);
  });

  it("are loosened above their cap and not up to it", () => {
    expect(loosenedLimits(DEFAULTS, set("risk.riskPercent", 2))).toEqual([]);
    expect(loosenedLimits(DEFAULTS, set("risk.riskPercent", 2.01))).toEqual(["risk.riskPercent"]);
  });

  it("may come down from above the cap", () => {
    expect(loosenedLimits(set("risk.riskPercent", 5), set("risk.riskPercent", 4))).toEqual([]);
  });

  it("are loosened by switching a limit off, not by switching it on", () => {
    const limited = set("risk.maxLeverage", 3);
    expect(loosenedLimits(limited, DEFAULTS)).toEqual(["risk.maxLeverage"]);
    expect(loosenedLimits(DEFAULTS, limited)).toEqual([]);
  });
});
