import { describe, expect, it } from "vitest";
import { TimeZones } from "../../../src/engine/clock/time-zone.ts";
import { scanSchedules, scanStartsAt } from "../../../src/engine/scan/scan-schedules.ts";
import { settingsSchema } from "../../../src/engine/settings/settings.ts";

const zones = new TimeZones();
const defaults = settingsSchema.parse({});

function startOf(killZone: string, minutes: number, now: string): string | undefined {
  const at = scanStartsAt(killZone, minutes, defaults.detectors.session, Date.parse(now), zones);
  return at === undefined ? undefined : new Date(at).toISOString();
}

describe("scans by the clock", () => {
  it("come after each close in UTC and an hour before the alert of each kill zone in its zone", () => {
    expect(scanSchedules(defaults).map(({ id, cron, timeZone }) => [id, cron, timeZone])).toEqual([
      ["close-15m", "2 */15 * * * *", "UTC"],
      ["close-1h", "2 0 * * * *", "UTC"],
      ["kill-zone-london-open", "0 55 0 * * *", "America/New_York"],
      ["kill-zone-new-york-am", "0 55 5 * * *", "America/New_York"],
      ["kill-zone-new-york-pm", "0 25 12 * * *", "America/New_York"],
    ]);
  });

  it("are none while they are switched off", () => {
    expect(scanSchedules(settingsSchema.parse({ scans: { enabled: false } }))).toEqual([]);
  });

  it("cross midnight where the alert does", () => {
    const settings = settingsSchema.parse({
      scans: { atCloses: [], beforeKillZones: ["asian"], preAlertMinutes: 30 },
      detectors: { session: { asian: "01:00-05:00" } },
    });
    expect(scanSchedules(settings).map(({ cron }) => cron)).toEqual(["0 30 23 * * *"]);
  });

  it("take further times of a person, and refuse what is no cron", () => {
    const schedules = [{ cron: "30 8 * * 1-5", timeframes: ["1h"], watchlist: "majors" }];
    const settings = settingsSchema.parse({ scans: { atCloses: [], beforeKillZones: [], schedules } });
    expect(scanSchedules(settings)).toEqual([
      {
        id: "custom-1",
        cron: "0 30 8 * * 1-5",
        timeZone: "America/New_York",
        timeframes: ["1h"],
        watchlist: "majors",
      },
    ]);
    expect(settingsSchema.safeParse({ scans: { schedules: [{ cron: "every day" }] } }).success).toBe(false);
  });
});

describe("the scan before a kill zone", () => {
  it("starts its minutes before the opening", () => {
    expect(startOf("london-open", 5, "2026-03-05T05:55:00Z")).toBe("2026-03-05T06:55:00.000Z");
    expect(startOf("london-open", 5, "2026-03-05T06:55:00Z")).toBe("2026-03-05T06:55:00.000Z");
    expect(startOf("london-open", 0, "2026-03-05T06:59:00Z")).toBe("2026-03-05T07:00:00.000Z");
  });

  it("starts before the moment of the skip when the clocks of New York go forward", () => {
    expect(startOf("london-open", 5, "2026-03-08T05:55:00Z")).toBe("2026-03-08T06:55:00.000Z");
    expect(startOf("london-open", 5, "2026-03-09T04:55:00Z")).toBe("2026-03-09T05:55:00.000Z");
  });

  it("starts before 02:00 of standard time when they go back, not an hour early", () => {
    expect(startOf("london-open", 5, "2026-11-01T04:55:00Z")).toBe("2026-11-01T06:55:00.000Z");
  });

  it("is nothing for a name that is no kill zone", () => {
    expect(startOf("silver-bullet-am", 5, "2026-03-05T05:55:00Z")).toBeUndefined();
  });
});
