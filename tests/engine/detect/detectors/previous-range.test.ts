import { describe, expect, it } from "vitest";
import type { Candle } from "../../../../src/engine/candles/candle.ts";
import { eventsOf } from "../fixture.ts";

/** Candles that open at the given moments; the high is 100 plus its number, the low 100 minus it. */
function at(...openTimes: readonly string[]): Candle[] {
  return openTimes.map((time, number) => {
    const openTime = Date.parse(time);
    return { openTime, open: 100, high: 100 + number, low: 100 - number, close: 100, volume: 1 };
  });
}

function ranges(candles: readonly Candle[], dayRoll?: unknown) {
  const detectors = dayRoll === undefined ? {} : { dayRoll };
  const events = eventsOf("previous-range", candles, { timeframe: "1h", detectors });
  return events.map(({ name, index, knownIndex, top, bottom }) => [name, index, knownIndex, top, bottom]);
}

describe("previous-range", () => {
  it("is the range of the completed day, known with the first candle of the next", () => {
    const candles = at("2025-01-15T22:00Z", "2025-01-15T23:00Z", "2025-01-16T00:00Z", "2025-01-16T01:00Z");
    expect(eventsOf("previous-range", candles, { timeframe: "1h" })).toEqual([
      {
        kind: "previous-range",
        event: "detected",
        id: "previous-range:previous-day:1736985600000",
        name: "previous-day",
        index: 2,
        knownIndex: 2,
        openTime: 1_736_985_600_000,
        knownAt: 1_736_989_200_000,
        top: 101,
        bottom: 99,
      },
    ]);
  });

  it("is told for day, week and month at once, each with its own candles", () => {
    // Sunday 30 and Monday 31 March, Tuesday 1 April; a Saturday before.
    const candles = at(
      "2025-03-29T12:00Z",
      "2025-03-30T12:00Z",
      "2025-03-31T12:00Z",
      "2025-04-01T00:00Z",
      "2025-04-07T00:00Z",
    );
    expect(ranges(candles)).toEqual([
      ["previous-day", 1, 1, 100, 100],
      ["previous-day", 2, 2, 101, 99],
      ["previous-week", 2, 2, 101, 99],
      ["previous-day", 3, 3, 102, 98],
      ["previous-month", 3, 3, 102, 98],
      ["previous-day", 4, 4, 103, 97],
      ["previous-week", 4, 4, 103, 97],
    ]);
  });

  it("skips periods without a candle", () => {
    const candles = at("2025-01-10T12:00Z", "2025-01-13T12:00Z", "2025-03-20T12:00Z");
    expect(ranges(candles)).toEqual([
      ["previous-day", 1, 1, 100, 100],
      ["previous-week", 1, 1, 100, 100],
      ["previous-day", 2, 2, 101, 99],
      ["previous-week", 2, 2, 101, 99],
      ["previous-month", 2, 2, 101, 99],
    ]);
  });

  it("rolls FX days at 17:00 New York, with a week that begins on Sunday", () => {
    // Friday 16:00, Sunday 17:00 and Monday 16:00 and 17:00 in New York, in winter.
    const candles = at("2025-01-10T21:00Z", "2025-01-12T22:00Z", "2025-01-13T21:00Z", "2025-01-13T22:00Z");
    expect(ranges(candles, "fx")).toEqual([
      ["previous-day", 1, 1, 100, 100],
      ["previous-week", 1, 1, 100, 100],
      ["previous-day", 3, 3, 102, 98],
    ]);
  });

  it("gives the last evening of a month to the next, by the trading date", () => {
    const candles = at("2025-01-31T21:00Z", "2025-01-31T22:00Z");
    expect(ranges(candles, { timezone: "America/New_York", time: "17:00" })).toEqual([
      ["previous-day", 1, 1, 100, 100],
      ["previous-month", 1, 1, 100, 100],
    ]);
    expect(ranges(candles, "ict-day")).toEqual([]);
  });

  it("follows both clock changes of New York", () => {
    // 17:00 in New York is 22:00 UTC before 9 March 2025 and 21:00 after; back again on 2 November.
    expect(ranges(at("2025-03-07T21:00Z", "2025-03-07T22:00Z"), "fx")).toHaveLength(1);
    expect(ranges(at("2025-03-10T20:00Z", "2025-03-10T21:00Z"), "fx")).toHaveLength(1);
    expect(ranges(at("2025-10-31T20:00Z", "2025-10-31T21:00Z"), "fx")).toHaveLength(2);
    expect(ranges(at("2025-11-03T20:00Z", "2025-11-03T21:00Z"), "fx")).toHaveLength(0);
    expect(ranges(at("2025-11-03T21:00Z", "2025-11-03T22:00Z"), "fx")).toHaveLength(1);
  });

  it("ends a day once when the clock is set back across the roll", () => {
    // 2 November 2025, 01:30 in New York at 05:30 and again at 06:30 UTC.
    const roll = { timezone: "America/New_York", time: "01:30" };
    const candles = at("2025-11-02T05:00Z", "2025-11-02T05:30Z", "2025-11-02T06:00Z", "2025-11-02T06:30Z");
    expect(ranges(candles, roll).map(([name, index]) => [name, index])).toEqual([
      ["previous-day", 1],
      ["previous-week", 1],
    ]);
  });
});
