import { describe, expect, it } from "vitest";
import { localTimes } from "../../../src/charts/scale/local-time.ts";

const HOUR_MS = 3_600_000;

function hoursOfDay(instants: readonly number[], timeZone: string): readonly number[] {
  return localTimes(instants, timeZone).map((local) => new Date(local).getUTCHours());
}

describe("localTimes", () => {
  it("skips the hour that New York loses in March", () => {
    const instants = [0, 1, 2, 3].map((hour) => Date.UTC(2026, 2, 8, 5) + hour * HOUR_MS);
    expect(hoursOfDay(instants, "America/New_York")).toEqual([0, 1, 3, 4]);
  });

  it("repeats the hour that Berlin gains in October", () => {
    const instants = [0, 1, 2, 3].map((hour) => Date.UTC(2026, 9, 24, 23) + hour * HOUR_MS);
    expect(hoursOfDay(instants, "Europe/Berlin")).toEqual([1, 2, 2, 3]);
  });

  it("agrees with Intl on every hour of a year", () => {
    const instants = Array.from({ length: 365 * 24 }, (_, hour) => Date.UTC(2026, 0, 1) + hour * HOUR_MS);
    const format = new Intl.DateTimeFormat("en", {
      timeZone: "America/New_York",
      hour: "numeric",
      hourCycle: "h23",
    });
    expect(hoursOfDay(instants, "America/New_York")).toEqual(instants.map((at) => Number(format.format(at))));
  });

  it("knows half hours", () => {
    expect(localTimes([Date.UTC(2026, 0, 1)], "Asia/Kolkata")).toEqual([Date.UTC(2026, 0, 1, 5, 30)]);
  });

  it("refuses a zone that does not exist", () => {
    expect(() => localTimes([0], "Mars/Olympus")).toThrow(RangeError);
  });
});
