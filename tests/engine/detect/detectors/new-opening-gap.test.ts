import { describe, expect, it } from "vitest";
import type { Candle } from "../../../../src/engine/candles/candle.ts";
import { eventsOf } from "../fixture.ts";

/** A candle that opens at a moment with a price and closes at another. */
type Quote = readonly [time: string, open: number, close: number];

function candles(quotes: readonly Quote[]): Candle[] {
  return quotes.map(([time, open, close]) => {
    const openTime = Date.parse(time);
    return { openTime, open, high: Math.max(open, close), low: Math.min(open, close), close, volume: 1 };
  });
}

function gaps(unit: "day" | "week", quotes: readonly Quote[], dayRoll: unknown = "crypto") {
  const options = { timeframe: "30m", detectors: { dayRoll } } as const;
  const events = eventsOf(`new-${unit}-opening-gap`, candles(quotes), options);
  return events.map(({ index, bias, bottom, top }) => [index, bias, bottom, top]);
}

describe("new-day-opening-gap", () => {
  // Wednesday 15 January 2025: 17:00 in New York is 22:00 UTC.
  const WEDNESDAY: readonly Quote[] = [
    ["2025-01-15T21:00Z", 100, 101],
    ["2025-01-15T21:30Z", 101, 102],
    ["2025-01-15T22:00Z", 103, 104],
    ["2025-01-15T22:30Z", 104, 105],
    ["2025-01-15T23:00Z", 106, 107],
  ];

  it("lies between the last close before 17:00 and the first open from 18:00", () => {
    expect(gaps("day", WEDNESDAY)).toEqual([[4, "bullish", 102, 106]]);
    const [event] = eventsOf("new-day-opening-gap", candles(WEDNESDAY), { timeframe: "30m" });
    expect(event).toEqual({
      kind: "new-day-opening-gap",
      event: "detected",
      id: "new-day-opening-gap:bullish:1736982000000",
      bias: "bullish",
      index: 4,
      knownIndex: 4,
      openTime: 1_736_982_000_000,
      knownAt: 1_736_983_800_000,
      top: 106,
      bottom: 102,
    });
  });

  it("ends at 17:00 with the day roll of FX, and with no other", () => {
    expect(gaps("day", WEDNESDAY, "fx")).toEqual([[2, "bullish", 102, 103]]);
    expect(gaps("day", WEDNESDAY, "index-futures")).toEqual([[4, "bullish", 102, 106]]);
  });

  it("needs different prices and a close before", () => {
    const equal: Quote[] = [...WEDNESDAY.slice(0, 4), ["2025-01-15T23:00Z", 102, 107]];
    expect(gaps("day", equal)).toEqual([]);
    expect(gaps("day", WEDNESDAY.slice(2))).toEqual([]);
  });

  it("reaches over missing candles to the first that opens", () => {
    const late: Quote[] = [...WEDNESDAY.slice(0, 1), ["2025-01-16T14:00Z", 99, 98]];
    expect(gaps("day", late)).toEqual([[1, "bearish", 99, 101]]);
  });

  it("keeps the close of the right day when the next candle comes after the following 17:00", () => {
    // The last trade of Wednesday is at 17:30; Thursday opens at 17:30: Wednesday's gap, not Thursday's.
    const rows: Quote[] = [
      ...WEDNESDAY.slice(0, 4),
      ["2025-01-16T22:30Z", 110, 111],
      ["2025-01-16T23:00Z", 112, 113],
    ];
    expect(gaps("day", rows)).toEqual([
      [4, "bullish", 102, 110],
      [5, "bullish", 105, 112],
    ]);
  });

  it("comes from Monday to Thursday only", () => {
    const days = ["13", "14", "15", "16", "17", "18"].flatMap((day): Quote[] => [
      [`2025-01-${day}T21:00Z`, 100, 100],
      [`2025-01-${day}T23:00Z`, 101, 101],
    ]);
    expect(gaps("day", days).map(([index]) => index)).toEqual([1, 3, 5, 7]);
  });

  it("follows the clock change of New York", () => {
    // After 9 March 17:00 in New York is 21:00 UTC.
    const rows: Quote[] = [
      ["2025-03-10T20:30Z", 100, 101],
      ["2025-03-10T22:00Z", 103, 104],
    ];
    expect(gaps("day", rows)).toEqual([[1, "bullish", 101, 103]]);
  });
});

describe("new-week-opening-gap", () => {
  const FRIDAY: readonly Quote[] = [
    ["2025-01-17T21:30Z", 100, 101],
    ["2025-01-17T22:00Z", 102, 103],
  ];

  it("lies between Friday's last close before 17:00 and Sunday's first open from 18:00", () => {
    const rows: Quote[] = [
      ...FRIDAY,
      ["2025-01-18T12:00Z", 104, 105],
      ["2025-01-19T22:00Z", 106, 107],
      ["2025-01-19T23:00Z", 108, 109],
    ];
    expect(gaps("week", rows)).toEqual([[4, "bullish", 101, 108]]);
    expect(gaps("week", rows, "fx")).toEqual([[3, "bullish", 101, 106]]);
    expect(gaps("day", rows)).toEqual([]);
  });

  it("is opened by the week's first candle when Sunday has none, Monday's evening too", () => {
    expect(gaps("week", [...FRIDAY.slice(0, 1), ["2025-01-20T09:00Z", 99, 98]])).toEqual([
      [1, "bearish", 99, 101],
    ]);
    const monday: Quote[] = [...FRIDAY.slice(0, 1), ["2025-01-20T23:30Z", 99, 98]];
    expect(gaps("week", monday)).toEqual([[1, "bearish", 99, 101]]);
    expect(gaps("day", monday)).toEqual([]);
  });

  it("takes the last close before when Friday has none", () => {
    const rows: Quote[] = [
      ["2025-01-16T12:00Z", 90, 91],
      ["2025-01-18T12:00Z", 95, 95],
      ["2025-01-19T23:00Z", 99, 98],
    ];
    expect(gaps("week", rows)).toEqual([[2, "bullish", 91, 99]]);
  });

  it("follows the clock change of New York over a weekend", () => {
    // Friday 7 March 17:00 is 22:00 UTC, Sunday 9 March 18:00 is 22:00 UTC too.
    const rows: Quote[] = [
      ["2025-03-07T21:30Z", 100, 101],
      ["2025-03-09T21:30Z", 102, 103],
      ["2025-03-09T22:00Z", 104, 105],
    ];
    expect(gaps("week", rows)).toEqual([[2, "bullish", 101, 104]]);
  });
});
