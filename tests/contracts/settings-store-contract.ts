import { beforeEach, describe, expect, it } from "vitest";
import type { Clock } from "../../src/engine/ports/clock.ts";
import type { SettingsBook } from "../../src/engine/ports/settings-store.ts";
import { type SettingsInput, settingsSchema } from "../../src/engine/settings/settings.ts";
import { TestClock } from "../fakes/test-clock.ts";
import { ANNA } from "./sample-trade.ts";

const DEFAULTS = settingsSchema.parse({});

type SeededStore = SettingsBook & { seed(input: SettingsInput): Promise<boolean> };

/** What every `SettingsStore` does. `create` gives one without changes; it is called before each test. */
export function describeSettingsStoreContract(name: string, create: (clock: Clock) => SeededStore): void {
  describe(`${name} as a settings store`, () => {
    let store: SeededStore;
    let clock: TestClock;
    beforeEach(() => {
      clock = new TestClock(5_000);
      store = create(clock);
    });

    it("begins with the defaults as version 0", async () => {
      expect(await store.current()).toEqual({ version: 0, settings: DEFAULTS });
      expect(await store.history(10)).toEqual([]);
    });

    it("changes one value and leaves the others", async () => {
      const changed = await store.change("risk.riskPercent", 0.5, ANNA, 0);
      const risk = { ...DEFAULTS.risk, riskPercent: 0.5 };
      expect(changed).toEqual({ version: 1, settings: { ...DEFAULTS, risk } });
      expect(await store.current()).toEqual(changed);
      const again = await store.change("signals.timeframes", ["1h", "4h"], ANNA, 1);
      expect(again.settings.signals.timeframes).toEqual(["1h", "4h"]);
      expect(again.settings.risk.riskPercent).toBe(0.5);
    });

    it("brings the default back for a value that is not given", async () => {
      await store.change("risk.riskPercent", 0.5, ANNA, 0);
      expect((await store.change("risk.riskPercent", undefined, ANNA, 1)).settings).toEqual(DEFAULTS);
    });

    it("puts other settings in the place of all, as one change", async () => {
      await store.change("risk.riskPercent", 0.5, ANNA, 0);
      const replaced = await store.replace({ charts: { theme: "light" } }, ANNA, 1);
      const charts = { ...DEFAULTS.charts, theme: "light" };
      expect(replaced).toEqual({ version: 2, settings: { ...DEFAULTS, charts } });
      expect(await store.current()).toEqual(replaced);
      const [change] = await store.history(1);
      expect(change).toMatchObject({ version: 2, path: "", by: ANNA });
      await expect(store.replace({}, ANNA, 1)).rejects.toMatchObject({ code: "settings-conflict" });
      const wrong = { risk: { riskPercent: 99 } };
      await expect(store.replace(wrong, ANNA, 2)).rejects.toMatchObject({
        code: "settings-invalid",
        args: { path: "risk.riskPercent" },
      });
    });

    it("tells of each change until nobody listens", async () => {
      const heard: number[] = [];
      const stop = await store.watch((version) => heard.push(version));
      await store.change("risk.riskPercent", 0.5, ANNA, 0);
      await store.replace({}, ANNA, 1);
      await expect.poll(() => heard).toEqual([1, 2]);
      await stop();
      await store.change("risk.riskPercent", 0.7, ANNA, 2);
      expect(heard).toEqual([1, 2]);
    });

    it("sets a group at once", async () => {
      const { settings } = await store.change("charts", { theme: "light" }, ANNA, 0);
      expect(settings.charts).toEqual({ ...DEFAULTS.charts, theme: "light" });
    });

    it.each<[path: string, value: unknown, named: string]>([
      ["risk.riskPercent", 11, "risk.riskPercent"],
      ["risk.riskPercent", "1", "risk.riskPercent"],
      ["risk.riskPercent", Number.NaN, "risk.riskPercent"],
      ["risk.riskPercent", Number.POSITIVE_INFINITY, "risk.riskPercent"],
      ["risk.riskPercent", 10n, "risk.riskPercent"],
      ["risk.riskPercent", () => 1, "risk.riskPercent"],
      ["risk.riskPercent.deeper", 1, "risk.riskPercent"],
      ["risk.nothing", 1, "risk.nothing"],
      ["risk", { riskPercent: 0 }, "risk.riskPercent"],
      ["risk", { riskPercent: 1, more: 2 }, "risk.more"],
      ["risk", null, "risk"],
      ["signals.timeframes", ["5m", "7m"], "signals.timeframes.1"],
      ["signals.timeframes.0", "1h", "signals.timeframes"],
      ["nothing", 1, "nothing"],
      ["", {}, ""],
      [".", 1, ""],
      ["risk.", 1, "risk."],
      ["__proto__", { polluted: 1 }, "__proto__"],
      ["__proto__.polluted", 1, "__proto__"],
      ["risk.__proto__.polluted", 1, "risk.__proto__"],
      ["constructor.prototype.polluted", 1, "constructor"],
      ["risk", JSON.parse('{"__proto__":{"polluted":1}}'), "risk.__proto__"],
    ])("refuses %j = %o and names the path", async (path, value, named) => {
      await expect(store.change(path, value, ANNA, 0)).rejects.toMatchObject({
        code: "settings-invalid",
        args: { path: named },
      });
      expect(await store.current()).toEqual({ version: 0, settings: DEFAULTS });
      expect(await store.history(10)).toEqual([]);
      expect(Reflect.get({}, "polluted")).toBe(undefined);
    });

    it("refuses a change that was decided on an older version", async () => {
      await store.change("risk.riskPercent", 0.5, ANNA, 0);
      await expect(store.change("risk.riskPercent", 2, ANNA, 0)).rejects.toMatchObject({
        code: "settings-conflict",
      });
      expect((await store.current()).settings.risk.riskPercent).toBe(0.5);
      expect(await store.history(10)).toHaveLength(1);
    });

    it("lets one of twenty changes at once through", async () => {
      const changes = Array.from({ length: 20 }, (_, i) =>
        store.change("risk.maxTradesPerDay", i + 1, ANNA, 0),
      );
      const settled = await Promise.allSettled(changes);
      const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      expect(refused.map(({ code }) => code)).toEqual(Array(19).fill("settings-conflict"));
      const won = settled.findIndex((one) => one.status === "fulfilled");
      expect((await store.current()).settings.risk.maxTradesPerDay).toBe(won + 1);
      expect((await store.current()).version).toBe(1);
      expect(await store.history(30)).toHaveLength(1);
    });

    it("remembers who changed what and when, newest first", async () => {
      await store.change("risk.riskPercent", 0.5, ANNA, 0);
      clock.advance(100);
      await store.change("signals.timeframes", ["1h"], ANNA, 1);
      const second = {
        version: 2,
        at: 5_100,
        by: ANNA,
        path: "signals.timeframes",
        before: ["5m", "15m"],
        after: ["1h"],
      };
      const first = { version: 1, at: 5_000, by: ANNA, path: "risk.riskPercent", before: 1, after: 0.5 };
      expect(await store.history(10)).toEqual([second, first]);
      expect(await store.history(1)).toEqual([second]);
      expect(await store.history(0)).toEqual([]);
    });

    it("cannot be changed by changing what was read", async () => {
      const { settings } = await store.current();
      expect(() => Object.assign(settings.risk, { riskPercent: 10 })).toThrow(TypeError);
      expect((await store.current()).settings).toEqual(DEFAULTS);
    });

    it("takes the boot config's settings once, as the first change", async () => {
      expect(await store.seed({})).toBe(false);
      expect(await store.seed({ risk: { riskPercent: 2 } })).toBe(true);
      expect(await store.seed({ risk: { riskPercent: 3 } })).toBe(false);
      const { version, settings } = await store.current();
      expect([version, settings.risk.riskPercent]).toEqual([1, 2]);
      expect(await store.history(10)).toMatchObject([
        { version: 1, path: "", by: { userId: "desk:config" } },
      ]);
      expect((await store.change("risk.riskPercent", 1.5, ANNA, 1)).version).toBe(2);
    });

    it("does not seed over what a person changed, and refuses an invalid seed", async () => {
      await expect(store.seed({ risk: { riskPercent: 99 } })).rejects.toMatchObject({
        code: "settings-invalid",
        args: { path: "risk.riskPercent" },
      });
      await store.change("risk.riskPercent", 0.5, ANNA, 0);
      expect(await store.seed({ risk: { riskPercent: 2 } })).toBe(false);
      expect((await store.current()).settings.risk.riskPercent).toBe(0.5);
    });
  });
}
