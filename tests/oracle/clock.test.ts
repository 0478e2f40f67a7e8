import { describe, expect, it } from "vitest";
import type { Candle } from "../../src/engine/candles/candle.ts";
import type { Detection } from "../../src/engine/detect/detection.ts";
import { candle, facts, only, type Row, repeat, series } from "./fixtures.ts";
import { NEW_YORK, type OracleOptions } from "./options.ts";
import { oracleDetections } from "./oracle.ts";

const ROW: Row = [100, 101, 99, 100];

/** Hourly candles from a UTC instant. */
const hours = (count: number, ...start: readonly [number, number, number, number]): Candle[] =>
  series(repeat(ROW, count), "1h", Date.UTC(...start));

const sessionsNamed = (candles: readonly Candle[], name: string, options: OracleOptions = {}): unknown[][] =>
  facts(
    only(oracleDetections(candles, "1h", options), "session").filter((found) => found.name === name),
    "event",
    "index",
    "knownIndex",
  );

const window = (name: string, start: string, end: string): OracleOptions => ({
  windows: [{ name, start, end, timezone: NEW_YORK }],
});

describe("oracle: windows of the clock", () => {
  // Winter, New York = UTC-5: 02:00 is 07:00Z, index 7; 05:00 is 10:00Z, index 10.
  it("opens at the first candle inside and closes at the first at or after the end", () => {
    const candles = hours(12, 2025, 0, 15, 0);
    expect(sessionsNamed(candles, "london-open")).toEqual([
      ["opened", 7, 7],
      ["closed", 7, 10],
    ]);
  });

  it("tells high and low only when it is closed, of the candles inside alone", () => {
    const candles = hours(12, 2025, 0, 15, 0).map((one, i) =>
      i === 8 ? { ...one, high: 105 } : i === 10 ? { ...one, high: 120, low: 80 } : one,
    );
    const found = only(oracleDetections(candles, "1h"), "session").filter(
      ({ name }) => name === "london-open",
    );
    expect(facts(found, "event", "top", "bottom")).toEqual([
      ["opened", undefined, undefined],
      ["closed", 105, 99],
    ]);
  });

  // 9 March 2025: 02:00 EST becomes 03:00 EDT at 07:00Z. From 05:00Z = 00:00 EST: index 1 is 01:00 EST, index 2
  // is 03:00 EDT, index 4 is 05:00 EDT.
  it("loses the missing hour in March", () => {
    const candles = hours(6, 2025, 2, 9, 5);
    expect(sessionsNamed(candles, "london-open")).toEqual([
      ["opened", 2, 2],
      ["closed", 2, 4],
    ]);
    expect(sessionsNamed(candles, "macro", window("macro", "02:00", "03:00"))).toEqual([]);
  });

  // 2 November 2025: 05:00Z = 01:00 EDT, 06:00Z = 01:00 EST, 07:00Z = 02:00 EST. From 04:00Z = 00:00 EDT.
  it("keeps both hours of 01:00 in November in one window", () => {
    const candles = hours(8, 2025, 10, 2, 4);
    const options = window("london-open", "01:00", "05:00");
    expect(sessionsNamed(candles, "london-open", options)).toEqual([
      ["opened", 1, 1],
      ["closed", 1, 6], // 05:00 EST = 10:00Z
    ]);
    expect(sessionsNamed(candles, "london-open")).toEqual([
      ["opened", 3, 3],
      ["closed", 3, 6],
    ]);
  });

  it("opens and closes a window once a day, also when its hour comes twice", () => {
    const candles = hours(8, 2025, 10, 2, 4);
    expect(sessionsNamed(candles, "once", window("once", "00:00", "01:00"))).toEqual([
      ["opened", 0, 0],
      ["closed", 0, 1],
    ]);
    // 01:00-01:30 holds 01:00 EDT (1) and 01:00 EST (2); 02:00 EST (3) is the first at or after 01:30.
    expect(sessionsNamed(candles, "twice", window("twice", "01:00", "01:30"))).toEqual([
      ["opened", 1, 1],
      ["closed", 1, 3],
    ]);
  });

  // 22:00-02:00 New York in winter: 03:00Z to 07:00Z. Asian, 20:00-00:00: 01:00Z to 05:00Z.
  it("joins the two sides of midnight into one window", () => {
    const candles = hours(10, 2025, 0, 15, 0);
    expect(sessionsNamed(candles, "night", window("night", "22:00", "02:00"))).toEqual([
      ["opened", 3, 3],
      ["closed", 3, 7],
    ]);
    expect(sessionsNamed(candles, "asian")).toEqual([
      ["opened", 1, 1],
      ["closed", 1, 5],
    ]);
  });

  it("opens inside a window when the series starts there, and never closes without a later candle", () => {
    expect(sessionsNamed(hours(2, 2025, 0, 15, 8), "london-open")).toEqual([["opened", 0, 0]]);
  });

  // Friday 15:00 New York (20:00Z), then Sunday 17:00 (22:00Z): new-york-pm closes only there.
  it("closes at the first candle after a weekend", () => {
    const candles = [candle(Date.UTC(2025, 0, 17, 20), ROW), candle(Date.UTC(2025, 0, 19, 22), ROW)];
    expect(sessionsNamed(candles, "new-york-pm")).toEqual([
      ["opened", 0, 0],
      ["closed", 0, 1],
    ]);
  });

  it("names every window of the table on one full day of minutes", () => {
    const candles = series(repeat(ROW, 1441), "1m", Date.UTC(2025, 0, 15, 5));
    const opened = only(oracleDetections(candles, "1m"), "session", "opened");
    expect(opened.map(({ name }) => name)).toEqual([
      ...["london-open", "macro-0233", "silver-bullet-london", "macro-0403", "new-york-am", "macro-0850"],
      ...["macro-0950", "london-close", "silver-bullet-am", "macro-1050", "macro-1150", "new-york-lunch"],
      ...["macro-1310", "new-york-pm", "silver-bullet-pm", "continuation", "macro-1515", "reversal", "asian"],
    ]);
  });
});

describe("oracle: previous ranges", () => {
  const ranges = (candles: readonly Candle[], options: OracleOptions = {}): unknown[][] =>
    facts(
      only(oracleDetections(candles, "1h", options), "previous-range"),
      "name",
      "index",
      "knownIndex",
      "top",
      "bottom",
    );
  // Friday 10 January 2025 20:00Z and 21:00Z (15:00 and 16:00 New York), Sunday 22:00Z and 23:00Z (17:00 and
  // 18:00), Monday 00:00Z.
  const weekend = [
    candle(Date.UTC(2025, 0, 10, 20), [100, 104, 99, 100]),
    candle(Date.UTC(2025, 0, 10, 21), [100, 103, 97, 100]),
    candle(Date.UTC(2025, 0, 12, 22), [100, 101, 98, 100]),
    candle(Date.UTC(2025, 0, 12, 23), [100, 102, 98.5, 100]),
    candle(Date.UTC(2025, 0, 13, 0), ROW),
  ];

  it("skips the days without a candle; in UTC the Sunday candles are a day of the old week", () => {
    expect(ranges(weekend)).toEqual([
      ["previous-day", 2, 2, 104, 97], // Friday, at Sunday's first candle
      ["previous-day", 4, 4, 102, 98], // Sunday, at Monday
      ["previous-week", 4, 4, 104, 97], // Friday and Sunday
    ]);
  });

  it("starts the FX week on Sunday 17:00 New York, which belongs to Monday", () => {
    const options = { dayRoll: { timezone: NEW_YORK, time: "17:00" } };
    expect(ranges(weekend, options)).toEqual([
      ["previous-day", 2, 2, 104, 97],
      ["previous-week", 2, 2, 104, 97],
    ]);
  });

  // 31 January 2025 was a Friday. 22:00Z = 17:00 New York belongs to Saturday 1 February: month, day, same week.
  it("counts months by the trading date, not by the date of the candle", () => {
    const candles = hours(2, 2025, 0, 31, 21);
    const options = { dayRoll: { timezone: NEW_YORK, time: "17:00" } };
    expect(ranges(candles, options).map(([name, index]) => [name, index])).toEqual([
      ["previous-day", 1],
      ["previous-month", 1],
    ]);
    expect(ranges(candles)).toEqual([]);
  });

  // In summer 17:00 New York is 21:00Z: the roll moves with the clock. 7 March (EST) rolls at 22:00Z, 10 March
  // (EDT) at 21:00Z.
  it("rolls the day by the wall clock on both sides of the clock change", () => {
    const options = { dayRoll: { timezone: NEW_YORK, time: "17:00" } };
    expect(ranges(hours(4, 2025, 2, 6, 20), options).map(([name, index]) => [name, index])).toEqual([
      ["previous-day", 2],
    ]);
    expect(ranges(hours(4, 2025, 2, 10, 20), options).map(([name, index]) => [name, index])).toEqual([
      ["previous-day", 1],
    ]);
  });
});

describe("oracle: new day and new week opening gaps", () => {
  const gaps = (candles: readonly Candle[], options: OracleOptions = {}): unknown[][] =>
    facts(
      oracleDetections(candles, "1h", options).filter((found: Detection) => found.kind.startsWith("new-")),
      "kind",
      "bias",
      "index",
      "knownIndex",
      "top",
      "bottom",
    );
  // Monday 13 January 2025, New York winter: 16:00 = 21:00Z closes at 100, 17:00 trades, 18:00 opens at 102.
  const monday = [
    candle(Date.UTC(2025, 0, 13, 21), [99, 101, 98, 100]),
    candle(Date.UTC(2025, 0, 13, 22), [101, 103, 100, 101.5]),
    candle(Date.UTC(2025, 0, 13, 23), [102, 103, 101, 102]),
    candle(Date.UTC(2025, 0, 14, 0), [102, 103, 101, 102]),
  ];

  it("spans from the close before 17:00 to the open at 18:00", () => {
    expect(gaps(monday)).toEqual([["new-day-opening-gap", "bullish", 2, 2, 102, 100]]);
  });

  it("spans to the open at 17:00 for FX", () => {
    const options = { dayRoll: { timezone: NEW_YORK, time: "17:00" } };
    expect(gaps(monday, options)).toEqual([["new-day-opening-gap", "bullish", 1, 1, 101, 100]]);
  });

  it("is silent when both prices are equal and when nothing opened before 17:00", () => {
    const equal = monday.map((one, i) => (i === 2 ? { ...one, open: 100, low: 100 } : one));
    expect(gaps(equal)).toEqual([]);
    expect(gaps(monday.slice(1))).toEqual([]);
  });

  // Friday 17 January 16:00 New York closes at 100. Friday 18:00 and Saturday trade (crypto). Sunday 17:00
  // trades, Sunday 18:00 (23:00Z) opens at 97.
  it("spans the week end from Friday's close before 17:00 to Sunday's open", () => {
    const candles = [
      candle(Date.UTC(2025, 0, 17, 21), [99, 101, 98, 100]),
      candle(Date.UTC(2025, 0, 17, 23), [105, 106, 104, 105]),
      candle(Date.UTC(2025, 0, 18, 23), [103, 104, 102, 103]),
      candle(Date.UTC(2025, 0, 19, 22), [98, 99, 97, 98]),
      candle(Date.UTC(2025, 0, 19, 23), [97, 99, 96, 98]),
    ];
    expect(gaps(candles)).toEqual([["new-week-opening-gap", "bearish", 4, 4, 100, 97]]);
    const fx = [candles[0] as Candle, candles[3] as Candle];
    expect(gaps(fx, { dayRoll: { timezone: NEW_YORK, time: "17:00" } })).toEqual([
      ["new-week-opening-gap", "bearish", 1, 1, 100, 98],
    ]);
  });
});
