import { describe, expect, it } from "vitest";
import type { Preferences } from "../../src/engine/ports/preferences.ts";
import type { Roster } from "../../src/engine/ports/roster.ts";
import { ANNA } from "./sample-trade.ts";

const BOB = { platform: "telegram", id: "2", name: "@bob", role: "trader", by: ANNA } as const;
const CARL = { platform: "telegram", id: "3", name: "@carl", role: "viewer", by: ANNA } as const;

/** What every `Roster` does. `create` gives an empty one. */
export function describeRosterContract(name: string, create: () => Roster): void {
  describe(`${name} as a roster`, () => {
    it("keeps people with their roles, oldest first, until they are removed", async () => {
      const roster = create();
      expect(await roster.members()).toEqual([]);
      await roster.save({ ...CARL, since: 20 });
      await roster.save({ ...BOB, since: 10 });
      expect((await roster.members()).map(({ id }) => id)).toEqual(["2", "3"]);
      await roster.save({ ...BOB, role: "admin", since: 30 });
      expect(await roster.find({ platform: "telegram", id: "2" })).toEqual({
        ...BOB,
        role: "admin",
        since: 30,
      });
      expect(await roster.find({ platform: "discord", id: "2" })).toBe(undefined);
      await roster.remove(BOB);
      await roster.remove(BOB);
      expect(await roster.find(BOB)).toBe(undefined);
    });

    it("gives an invitation to one guest", async () => {
      const roster = create();
      await roster.invite("k1", { role: "trader", by: ANNA }, 60_000);
      const taken = await Promise.all([roster.takeInvite("k1"), roster.takeInvite("k1")]);
      expect(taken.filter((one) => one !== undefined)).toEqual([{ role: "trader", by: ANNA }]);
      expect(await roster.takeInvite("k2")).toBe(undefined);
    });

    it("gives a newcomer to one of two admins", async () => {
      const roster = create();
      await roster.addNewcomer({ ...CARL, at: 9 });
      await roster.addNewcomer({ ...BOB, at: 5 });
      expect((await roster.newcomers()).map(({ id }) => id)).toEqual(["2", "3"]);
      const taken = await Promise.all([roster.takeNewcomer(BOB), roster.takeNewcomer(BOB)]);
      expect(taken.filter((one) => one !== undefined)).toEqual([{ ...BOB, at: 5 }]);
      expect((await roster.newcomers()).map(({ id }) => id)).toEqual(["3"]);
    });
  });
}

/** What every `Preferences` does. `create` gives empty ones. */
export function describePreferencesContract(name: string, create: () => Preferences): void {
  describe(`${name} as preferences`, () => {
    const ann = { platform: "telegram", id: "1" } as const;

    it("are empty at first, keep what is changed and forget what goes back to its default", async () => {
      const preferences = create();
      expect(await preferences.read(ann)).toEqual({});
      await preferences.change(ann, { locale: "ru", quiet: { from: "22:00", to: "07:00" } });
      await preferences.change(ann, { notify: { signals: "silent" }, wanted: { grade: "B" } });
      expect(await preferences.change(ann, { quiet: undefined })).toEqual({
        locale: "ru",
        notify: { signals: "silent" },
        wanted: { grade: "B" },
      });
      expect(await preferences.read(ann)).toEqual({
        locale: "ru",
        notify: { signals: "silent" },
        wanted: { grade: "B" },
      });
      expect(await preferences.read({ platform: "discord", id: "1" })).toEqual({});
    });

    it("go with a chat that gets another id", async () => {
      const preferences = create();
      const group = { platform: "telegram", id: "-5" } as const;
      const supergroup = { platform: "telegram", id: "-1005" } as const;
      await preferences.change(group, { locale: "de" });
      await preferences.move(group, supergroup);
      await preferences.move(group, supergroup);
      expect(await preferences.read(supergroup)).toEqual({ locale: "de" });
      expect(await preferences.read(group)).toEqual({});
    });
  });
}
