import { describe, expect, it } from "vitest";
import { calendarModel } from "../../../src/charts/kinds/calendar-model.ts";
import { equityModel } from "../../../src/charts/kinds/equity-model.ts";
import { exposureModel } from "../../../src/charts/kinds/exposure-model.ts";
import { performanceModel } from "../../../src/charts/kinds/performance-model.ts";
import { briefModel } from "../../../src/charts/kinds/session-brief-model.ts";

describe("the model of an equity curve", () => {
  it("measures each drawdown from the best before it", () => {
    const model = equityModel([100, 120, 90, 150, 135].map((equity, at) => ({ at, equity })));
    expect(model.drawdowns).toEqual([0, 0, -25, 0, expect.closeTo(-10, 9)]);
    expect(model).toMatchObject({ net: 35, netPercent: expect.closeTo(35, 9), low: 90, high: 150 });
    expect(model).toMatchObject({ deepest: 2, maxDrawdownPercent: -25 });
  });

  it("throws without points", () => {
    expect(() => equityModel([])).toThrow(RangeError);
  });
});

describe("the model of a month", () => {
  it("puts the first of a month that starts on a Sunday at the end of the first week", () => {
    const { cells, weekTotals } = calendarModel(2026, 11, []);
    expect(cells[0]).toEqual({ day: 1, week: 0, weekday: 6, strength: 0 });
    expect(cells).toHaveLength(30);
    expect(weekTotals).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("has 29 days in February of a leap year", () => {
    expect(calendarModel(2028, 2, []).cells).toHaveLength(29);
  });

  it("sums weeks, days and trades", () => {
    const model = calendarModel(2026, 11, [
      { day: 1, pnl: 50, trades: 2 },
      { day: 2, pnl: -100, trades: 1 },
      { day: 8, pnl: 0, trades: 1 },
    ]);
    expect(model.weekTotals).toEqual([50, -100, 0, 0, 0, 0]);
    expect(model).toMatchObject({ total: -50, trades: 4, winningDays: 1, losingDays: 1 });
    expect(model.cells[0]?.strength).toBe(0.5);
  });

  it("throws for a day that the month has not", () => {
    expect(() => calendarModel(2026, 11, [{ day: 31, pnl: 1, trades: 1 }])).toThrow("no day 31");
  });
});

describe("the model of a performance table", () => {
  const rows = [
    { name: "a", cells: [{ r: 1, trades: 1 }, undefined] },
    {
      name: "b",
      cells: [
        { r: -3, trades: 2 },
        { r: 5, trades: 1 },
      ],
    },
  ];

  it("puts the best row on top and sums both ways", () => {
    const model = performanceModel(["x", "y"], rows);
    expect(model.rows.map(({ name, total }) => [name, total.r, total.trades])).toEqual([
      ["b", 2, 3],
      ["a", 1, 1],
    ]);
    expect(model.columnTotals).toEqual([
      { r: -2, trades: 3 },
      { r: 5, trades: 1 },
    ]);
    expect(model).toMatchObject({ total: { r: 3, trades: 4 }, largestCell: 5, largestTotal: 2 });
  });

  it("throws for a row with too few cells", () => {
    expect(() => performanceModel(["x", "y", "z"], rows)).toThrow("needs 3 cells");
  });
});

describe("the model of the exposure", () => {
  it("nets longs against shorts and puts the largest on top", () => {
    const model = exposureModel([
      { symbol: "A", direction: "long", notional: 100, riskPercent: 0.5 },
      { symbol: "B", direction: "short", notional: 300, riskPercent: 1 },
    ]);
    expect(model).toMatchObject({
      long: 100,
      short: 300,
      net: -200,
      gross: 400,
      riskPercent: 1.5,
      largest: 300,
    });
    expect(model.positions.map(({ symbol }) => symbol)).toEqual(["B", "A"]);
  });
});

describe("the model of a session brief", () => {
  const levels = [90, 99, 101, 110, 120].map((price) => ({ name: String(price), price }));

  it("keeps the nearest levels of each side with their distance", () => {
    const { above, below } = briefModel(100, { low: 95, high: 105 }, levels, 2);
    expect(above.map(({ price }) => price)).toEqual([110, 101]);
    expect(below.map(({ price, distancePercent }) => [price, Math.round(distancePercent)])).toEqual([
      [99, -1],
      [90, -10],
    ]);
  });

  it("tells one level for each price", () => {
    const twice = [...levels, { name: "Day high", price: 110 }];
    expect(briefModel(100, { low: 95, high: 105 }, twice, 5).above.map(({ name }) => name)).toEqual([
      "120",
      "Day high",
      "101",
    ]);
  });

  it("says how wide the range is and where price stands in it", () => {
    const model = briefModel(100, { low: 95, high: 105 }, [], 2);
    expect(model).toMatchObject({ rangePercent: 10, place: 0.5 });
  });

  it("throws for a price of nothing", () => {
    expect(() => briefModel(0, { low: 0, high: 1 }, [], 2)).toThrow(RangeError);
  });
});
