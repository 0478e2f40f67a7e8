import { describe, expect, it } from "vitest";
import { TimeZone } from "../../../src/engine/clock/time-zone.ts";
import {
  clockWindows,
  killZoneAt,
  sessionSettingsSchema,
  windowStates,
} from "../../../src/engine/clock/windows.ts";

const settings = sessionSettingsSchema.parse({});

function state(name: string, now: string) {
  const found = windowStates(Date.parse(now), settings).find((window) => window.name === name);
  return (
    found && [
      found.open,
      new Date(found.opensAt).toISOString().slice(0, 16),
      new Date(found.closesAt).toISOString().slice(0, 16),
    ]
  );
}

describe("TimeZone", () => {
  const newYork = new TimeZone("America/New_York");

  it("finds the minute at which clocks change", () => {
    const spring = Date.parse("2025-03-09T07:00:00Z");
    expect(newYork.offsetAt(spring - 1) / 3_600_000).toBe(-5);
    expect(newYork.offsetAt(spring) / 3_600_000).toBe(-4);
    const autumn = Date.parse("2025-11-02T06:00:00Z");
    expect(newYork.offsetAt(autumn - 1) / 3_600_000).toBe(-4);
    expect(newYork.offsetAt(autumn) / 3_600_000).toBe(-5);
  });

  it("agrees with the time-zone database on every hour of two years", () => {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: "America/New_York",
      hourCycle: "h23",
      hour: "2-digit",
      minute: "2-digit",
    });
    const start = Date.parse("2024-01-01T00:30:00Z");
    for (let time = start; time < start + 2 * 365 * 86_400_000; time += 3_600_000) {
      const wall = new Date(time + newYork.offsetAt(time)).toISOString().slice(11, 16);
      if (wall !== format.format(time)) throw new Error(`${new Date(time).toISOString()}: ${wall}`);
    }
  });

  it("knows zones that are ahead, with half hours, and without changes", () => {
    const time = Date.parse("2025-07-01T00:00:00Z");
    expect(new TimeZone("Asia/Kolkata").offsetAt(time) / 60_000).toBe(330);
    expect(new TimeZone("Australia/Lord_Howe").offsetAt(time) / 60_000).toBe(630);
    expect(new TimeZone("UTC").offsetAt(time)).toBe(0);
  });

  it("turns wall time into the instant, the first of two, the skip for one that is skipped", () => {
    const wall = (text: string) => new Date(newYork.instantOf(Date.parse(`${text}Z`))).toISOString();
    expect(wall("2025-06-01T17:00")).toBe("2025-06-01T21:00:00.000Z");
    expect(wall("2025-12-01T17:00")).toBe("2025-12-01T22:00:00.000Z");
    expect(wall("2025-11-02T01:30")).toBe("2025-11-02T05:30:00.000Z");
    expect(wall("2025-03-09T02:30")).toBe("2025-03-09T07:00:00.000Z");
    expect(wall("2025-03-09T03:00")).toBe("2025-03-09T07:00:00.000Z");
  });

  it("refuses names that no database has", () => {
    expect(() => new TimeZone("Mars/Base")).toThrow(RangeError);
    expect(() => new TimeZone("+02:00")).toThrow(RangeError);
  });
});

describe("windowStates", () => {
  it("lists the six sessions, the silver bullets, the macros and the two last windows", () => {
    expect(windowStates(0, settings).map(({ name }) => name)).toEqual([
      "asian",
      "london-open",
      "new-york-am",
      "london-close",
      "new-york-lunch",
      "new-york-pm",
      "silver-bullet-london",
      "silver-bullet-am",
      "silver-bullet-pm",
      "macro-0233",
      "macro-0403",
      "macro-0850",
      "macro-0950",
      "macro-1050",
      "macro-1150",
      "macro-1310",
      "macro-1515",
      "continuation",
      "reversal",
    ]);
  });

  it("is open from the start to just before the end", () => {
    expect(state("london-open", "2025-01-15T06:59:59Z")).toEqual([
      false,
      "2025-01-15T07:00",
      "2025-01-15T10:00",
    ]);
    expect(state("london-open", "2025-01-15T07:00:00Z")?.[0]).toBe(true);
    expect(state("london-open", "2025-01-15T09:59:59Z")?.[0]).toBe(true);
    expect(state("london-open", "2025-01-15T10:00:00Z")).toEqual([
      false,
      "2025-01-16T07:00",
      "2025-01-16T10:00",
    ]);
  });

  it("follows New York through both clock changes", () => {
    expect(state("new-york-am", "2025-03-07T12:30:00Z")).toEqual([
      true,
      "2025-03-07T12:00",
      "2025-03-07T15:00",
    ]);
    expect(state("new-york-am", "2025-03-10T11:30:00Z")).toEqual([
      true,
      "2025-03-10T11:00",
      "2025-03-10T14:00",
    ]);
    expect(state("new-york-am", "2025-11-03T12:00:00Z")).toEqual([
      true,
      "2025-11-03T12:00",
      "2025-11-03T15:00",
    ]);
  });

  it("keeps a window that ends at midnight open to the end of the day", () => {
    expect(state("asian", "2025-01-16T02:00:00Z")).toEqual([true, "2025-01-16T01:00", "2025-01-16T05:00"]);
    expect(state("asian", "2025-01-16T05:00:00Z")).toEqual([false, "2025-01-17T01:00", "2025-01-17T05:00"]);
  });

  it("opens late when the clock skips the start of a window", () => {
    expect(state("london-open", "2025-03-09T07:00:00Z")).toEqual([
      true,
      "2025-03-09T07:00",
      "2025-03-09T09:00",
    ]);
  });

  it("keeps a window that crosses midnight open on both sides of it", () => {
    const across = sessionSettingsSchema.parse({ asian: "19:00-02:00" });
    for (const now of ["2025-01-16T03:00:00Z", "2025-01-16T06:59:00Z"]) {
      expect(windowStates(Date.parse(now), across)[0]).toEqual({
        name: "asian",
        open: true,
        opensAt: Date.parse("2025-01-16T00:00:00Z"),
        closesAt: Date.parse("2025-01-16T07:00:00Z"),
      });
    }
  });

  it("does not open again when clocks show its times a second time", () => {
    // 2025-11-02 06:10 UTC is the second 01:10 in New York; the window ended at the first 01:40.
    const early = sessionSettingsSchema.parse({ londonOpen: "01:00-01:40" });
    expect(windowStates(Date.parse("2025-11-02T06:10:00Z"), early)[1]).toEqual({
      name: "london-open",
      open: false,
      opensAt: Date.parse("2025-11-03T06:00:00Z"),
      closesAt: Date.parse("2025-11-03T06:40:00Z"),
    });
  });
});

describe("killZoneAt", () => {
  it("names the session that holds the moment", () => {
    const zone = new TimeZone(settings.timezone);
    const at = (time: string) => killZoneAt(Date.parse(time), clockWindows(settings), zone);
    expect(at("2025-01-16T02:00:00Z")).toBe("asian");
    expect(at("2025-01-15T08:00:00Z")).toBe("london-open");
    expect(at("2025-01-15T15:00:00Z")).toBe("london-close");
    expect(at("2025-01-15T11:00:00Z")).toBeUndefined();
  });
});

describe("the settings of windows", () => {
  it.each([
    [{ asian: "20:00" }, "asian"],
    [{ asian: "24:00-01:00" }, "asian"],
    [{ asian: "10:00-10:00" }, "asian"],
    [{ timezone: "UTC+2" }, "timezone"],
    [{ timezone: "+02:00" }, "timezone"],
  ])("refuse %j", (input, key) => {
    expect(sessionSettingsSchema.safeParse(input).error?.issues[0]?.path).toEqual([key]);
  });
});
