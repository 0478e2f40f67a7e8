import { describe, expect, it } from "vitest";
import { TimeZone } from "../../../src/engine/clock/time-zone.ts";
import { equityCurve } from "../../../src/engine/results/equity-curve.ts";
import { groupedResults, hourlyResults } from "../../../src/engine/results/result-groups.ts";
import { periodResults, periodStart, periodsBefore } from "../../../src/engine/results/result-periods.ts";
import { closedSeries, closedTrade, HOUR_MS, NOON } from "./closed-trades.ts";

const NEW_YORK = new TimeZone("America/New_York");
const UTC = new TimeZone("UTC");
const iso = (at: number): string => new Date(at).toISOString();

describe("results by period", () => {
  it("belong to the day of the reader's zone in which the trade closed, newest first", () => {
    const trades = [
      closedTrade(1, { closedAt: Date.UTC(2026, 2, 3, 4, 59) }),
      closedTrade(-1, { closedAt: Date.UTC(2026, 2, 3, 5, 0) }),
      closedTrade(2, { closedAt: Date.UTC(2026, 2, 3, 20, 0) }),
    ];
    const days = periodResults(trades, "day", NEW_YORK);
    expect(days.map(({ startsAt, summary }) => [iso(startsAt), summary.netR])).toEqual([
      ["2026-03-03T05:00:00.000Z", 1],
      ["2026-03-02T05:00:00.000Z", 1],
    ]);
    expect(periodResults(trades, "day", UTC)).toHaveLength(1);
  });

  it("begin with Monday and with the first of the month", () => {
    expect(iso(periodStart(Date.UTC(2026, 2, 8, 23), "week", UTC))).toBe("2026-03-02T00:00:00.000Z");
    expect(iso(periodStart(Date.UTC(2026, 2, 9), "week", UTC))).toBe("2026-03-09T00:00:00.000Z");
    expect(iso(periodStart(Date.UTC(2026, 2, 31, 23), "month", UTC))).toBe("2026-03-01T00:00:00.000Z");
  });

  it("know that a day of a clock change has 23 hours", () => {
    // New York changed on 2026-03-08.
    expect(iso(periodStart(Date.UTC(2026, 2, 9, 3), "day", NEW_YORK))).toBe("2026-03-08T05:00:00.000Z");
    expect(iso(periodStart(Date.UTC(2026, 2, 9, 4), "day", NEW_YORK))).toBe("2026-03-09T04:00:00.000Z");
  });

  it("count back over the ends of months and years", () => {
    const at = Date.UTC(2026, 0, 31, 12);
    expect(iso(periodsBefore(at, 2, "month", UTC))).toBe("2025-11-01T00:00:00.000Z");
    expect(iso(periodsBefore(at, 1, "week", UTC))).toBe("2026-01-19T00:00:00.000Z");
    expect(iso(periodsBefore(at, 31, "day", UTC))).toBe("2025-12-31T00:00:00.000Z");
    expect(periodsBefore(at, 0, "day", UTC)).toBe(periodStart(at, "day", UTC));
  });
});

describe("results by what trades have in common", () => {
  const trades = [
    closedTrade(2, { session: "london-open", symbol: "ETH/USDT", reason: "target" }),
    closedTrade(-1, { session: "new-york-am", reason: "stop", signalAt: NOON + HOUR_MS }),
    closedTrade(0.5, { reason: "time", strategy: "sweep-reversal" }),
  ];
  const table = (by: Parameters<typeof groupedResults>[1]) =>
    groupedResults(trades, by, NEW_YORK).map(({ name, summary }) => [name, summary.netR, summary.trades]);

  it("put the best on top", () => {
    expect(table("session")).toEqual([
      ["london-open", 2, 1],
      ["none", 0.5, 1],
      ["new-york-am", -1, 1],
    ]);
    expect(table("symbol")).toEqual([
      ["ETH/USDT", 2, 1],
      ["BTC/USDT", -0.5, 2],
    ]);
    expect(table("strategy")).toEqual([
      ["order-block-touch", 1, 2],
      ["sweep-reversal", 0.5, 1],
    ]);
    expect(table("exit").map(([name]) => name)).toEqual(["target", "time", "stop"]);
  });

  it("take the hour of the signal in the zone", () => {
    expect(table("hour")).toEqual([
      ["09", 2.5, 2],
      ["10", -1, 1],
    ]);
  });

  it("stand against the hours of the day", () => {
    const [row] = hourlyResults(trades, "strategy", NEW_YORK);
    expect(row?.name).toBe("order-block-touch");
    expect(row?.hours).toHaveLength(24);
    expect(row?.hours.flatMap((cell, hour) => (cell ? [[hour, cell.r, cell.trades]] : []))).toEqual([
      [9, 2, 1],
      [10, -1, 1],
    ]);
  });

  it("by hour have a row for each weekday", () => {
    // A Tuesday.
    expect(hourlyResults(trades, "hour", NEW_YORK).map(({ name }) => name)).toEqual(["1"]);
    const sunday = closedTrade(1, { signalAt: Date.UTC(2026, 2, 8, 18) });
    expect(hourlyResults([sunday], "hour", UTC).map(({ name }) => name)).toEqual(["6"]);
  });
});

describe("the equity curve", () => {
  it("ends at what the account holds now and begins before the first trade", () => {
    const curve = equityCurve(closedSeries(2, -1), "10020");
    expect(curve).toEqual([
      { at: NOON, equity: 10_000 },
      { at: NOON + HOUR_MS, equity: 10_040 },
      { at: NOON + 2 * HOUR_MS, equity: 10_020 },
    ]);
  });

  it("is empty without trades", () => {
    expect(equityCurve([], "10000")).toEqual([]);
  });
});
