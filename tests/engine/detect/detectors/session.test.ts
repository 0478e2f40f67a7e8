import { describe, expect, it } from "vitest";
import type { Candle } from "../../../../src/engine/candles/candle.ts";
import { eventsOf } from "../fixture.ts";

/** Candles that open at the given moments; each is one higher than the one before. */
function candlesAt(...times: string[]): Candle[] {
  return times.map((time, at) => ({
    openTime: Date.parse(time),
    open: at,
    high: at + 0.5,
    low: at - 0.5,
    close: at,
    volume: 1,
  }));
}

/** The hours from a moment on. */
function hours(from: string, count: number): Candle[] {
  const first = Date.parse(from);
  return candlesAt(
    ...Array.from({ length: count }, (_, at) => new Date(first + at * 3_600_000).toISOString()),
  );
}

function sessions(candles: readonly Candle[], name: string, session = {}) {
  return eventsOf("session", candles, { timeframe: "1h", detectors: { session } })
    .filter((event) => event.name === name)
    .map((event) => [event.event, event.index, event.knownIndex, event.top, event.bottom]);
}

const opened = (index: number) => ["opened", index, index, undefined, undefined];

describe("session", () => {
  it("opens with the first candle inside and closes with the first at or after the end", () => {
    // 02:00 to 05:00 in New York is 07:00 to 10:00 UTC in winter.
    expect(sessions(hours("2025-01-15T05:00:00Z", 7), "london-open")).toEqual([
      opened(2),
      ["closed", 2, 5, 4.5, 1.5],
    ]);
  });

  it("gives both events one id and the times of its first candle", () => {
    const events = eventsOf("session", hours("2025-01-15T05:00:00Z", 7), { timeframe: "1h" });
    expect(events.filter(({ name }) => name === "london-open")).toEqual([
      {
        kind: "session",
        event: "opened",
        id: "session:london-open:1736924400000",
        name: "london-open",
        index: 2,
        knownIndex: 2,
        openTime: 1_736_924_400_000,
        knownAt: 1_736_928_000_000,
      },
      {
        kind: "session",
        event: "closed",
        id: "session:london-open:1736924400000",
        name: "london-open",
        index: 2,
        knownIndex: 5,
        openTime: 1_736_924_400_000,
        knownAt: 1_736_938_800_000,
        top: 4.5,
        bottom: 1.5,
      },
    ]);
  });

  it("does not close without a later candle", () => {
    expect(sessions(hours("2025-01-15T05:00:00Z", 5), "london-open")).toEqual([opened(2)]);
  });

  it("starts an hour earlier in UTC after the clock change in spring, and later again in autumn", () => {
    expect(sessions(hours("2025-03-10T05:00:00Z", 7), "london-open")).toEqual([
      opened(1),
      ["closed", 1, 4, 3.5, 0.5],
    ]);
    expect(sessions(hours("2025-11-03T05:00:00Z", 7), "london-open")).toEqual([
      opened(2),
      ["closed", 2, 5, 4.5, 1.5],
    ]);
  });

  it("is short on the night on which the clock skips its first hour", () => {
    // 2025-03-09: 01:59 is followed by 03:00 in New York, at 07:00 UTC.
    expect(sessions(hours("2025-03-09T05:00:00Z", 6), "london-open")).toEqual([
      opened(2),
      ["closed", 2, 4, 3.5, 1.5],
    ]);
  });

  it("is long on the night on which the clock repeats one of its hours", () => {
    // 2025-11-02: 01:00 to 02:00 comes twice, at 05:00 and 06:00 UTC.
    expect(sessions(hours("2025-11-02T03:00:00Z", 9), "london-open", { londonOpen: "01:00-05:00" })).toEqual([
      opened(2),
      ["closed", 2, 7, 6.5, 1.5],
    ]);
  });

  it("opens once on that night, also when the repeated hour shows its times again", () => {
    // 05:50 UTC is 01:50 for the first time, 06:50 UTC for the second; 01:10 and 01:40 come twice as well.
    const candles = candlesAt(
      "2025-11-02T05:10:00Z",
      "2025-11-02T05:50:00Z",
      "2025-11-02T06:10:00Z",
      "2025-11-02T06:50:00Z",
      "2025-11-02T07:40:00Z",
    );
    expect(sessions(candles, "asian", { asian: "01:00-01:40" })).toEqual([
      opened(0),
      ["closed", 0, 1, 0.5, -0.5],
    ]);
    // Between its two starts the window neither takes in the candle at the second 01:10 nor ends.
    const across = sessions(candles, "asian", { asian: "01:30-02:30" });
    expect(across).toEqual([opened(1), ["closed", 1, 4, 3.5, 0.5]]);
    const [, , second] = candles;
    const spike = candles.map((candle) => (candle === second ? { ...candle, high: 99 } : candle));
    expect(sessions(spike, "asian", { asian: "01:30-02:30" })).toEqual(across);
  });

  it("follows another zone when told so", () => {
    const session = { timezone: "Europe/London", londonOpen: "08:00-10:00" };
    expect(sessions(hours("2025-07-01T05:00:00Z", 6), "london-open", session)).toEqual([
      opened(2),
      ["closed", 2, 4, 3.5, 1.5],
    ]);
  });

  it("closes after a gap in the candles, and opens again on the next day", () => {
    const candles = candlesAt(
      "2025-01-15T07:00:00Z",
      "2025-01-15T08:00:00Z",
      "2025-01-16T08:00:00Z",
      "2025-01-16T14:00:00Z",
    );
    expect(sessions(candles, "london-open")).toEqual([
      opened(0),
      ["closed", 0, 2, 1.5, -0.5],
      opened(2),
      ["closed", 2, 3, 2.5, 1.5],
    ]);
  });

  it("is silent about a window that no candle falls into", () => {
    const candles = candlesAt("2025-01-15T06:00:00Z", "2025-01-15T12:00:00Z");
    expect(sessions(candles, "london-open")).toEqual([]);
  });

  it("belongs to the day on which it ends when it crosses midnight", () => {
    // 19:00 to 02:00 in New York is 00:00 to 07:00 UTC in winter.
    const session = { asian: "19:00-02:00" };
    expect(sessions(hours("2025-01-15T23:00:00Z", 10), "asian", session)).toEqual([
      opened(1),
      ["closed", 1, 8, 7.5, 0.5],
    ]);
  });

  it("joins occurrences by day: the same window a day later is another one", () => {
    const candles = candlesAt("2025-01-15T01:00:00Z", "2025-01-16T01:00:00Z", "2025-01-17T01:00:00Z");
    expect(sessions(candles, "asian")).toEqual([
      opened(0),
      ["closed", 0, 1, 0.5, -0.5],
      opened(1),
      ["closed", 1, 2, 1.5, 0.5],
      opened(2),
    ]);
  });

  it("reports what one candle closes and opens by index", () => {
    const events = eventsOf("session", hours("2025-01-15T14:00:00Z", 2), { timeframe: "1h" });
    expect(events.map(({ event, name, index }) => [event, name, index])).toEqual([
      ["opened", "new-york-am", 0],
      ["opened", "macro-0850", 0],
      ["closed", "new-york-am", 0],
      ["closed", "macro-0850", 0],
      ["opened", "london-close", 1],
      ["opened", "silver-bullet-am", 1],
      ["opened", "macro-0950", 1],
    ]);
  });

  it("names macros after their start", () => {
    const session = { macros: ["09:50-10:10"] };
    expect(sessions(hours("2025-01-15T14:00:00Z", 3), "macro-0950", session)).toEqual([
      opened(1),
      ["closed", 1, 2, 1.5, 0.5],
    ]);
  });
});
