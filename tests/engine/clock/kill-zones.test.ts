import { describe, expect, it } from "vitest";
import { killZonesBetween } from "../../../src/engine/clock/kill-zones.ts";
import { TimeZones } from "../../../src/engine/clock/time-zone.ts";
import { sessionSettingsSchema } from "../../../src/engine/clock/windows.ts";

const settings = sessionSettingsSchema.parse({});

function zonesOf(from: string, to: string): string[] {
  return killZonesBetween(Date.parse(from), Date.parse(to), settings, new TimeZones()).map(
    ({ name, fromMs, toMs }) =>
      `${name} ${new Date(fromMs).toISOString().slice(5, 16)} ${new Date(toMs).toISOString().slice(11, 16)}`,
  );
}

describe("kill zones between two moments", () => {
  it("are those of a winter day in New York, in the order in which they open", () => {
    expect(zonesOf("2026-03-05T05:00:00Z", "2026-03-06T05:00:00Z")).toEqual([
      "london-open 03-05T07:00 10:00",
      "new-york-am 03-05T12:00 15:00",
      "london-close 03-05T15:00 17:00",
      "new-york-lunch 03-05T17:00 18:00",
      "new-york-pm 03-05T18:30 21:00",
      "asian 03-06T01:00 05:00",
    ]);
  });

  it("open an hour earlier in UTC after the clock change of March", () => {
    expect(zonesOf("2026-03-09T06:00:00Z", "2026-03-09T10:00:00Z")).toEqual([
      "london-open 03-09T06:00 09:00",
    ]);
  });

  it("include the one that is open at the beginning, and leave out one that opens at the end", () => {
    expect(zonesOf("2026-03-05T13:00:00Z", "2026-03-05T15:00:00Z")).toEqual([
      "new-york-am 03-05T12:00 15:00",
    ]);
  });
});
