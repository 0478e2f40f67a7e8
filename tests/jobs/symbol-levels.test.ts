import { expect, it } from "vitest";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { createDeskBench, NOW } from "./desk-bench.ts";

/** 15m candles that end at `NOW`: three rise and leave a gap from 101 to 102, then price stays above it. */
function candles(): Candle[] {
  const rows = [
    [100, 101, 99, 100],
    [100, 103, 100, 103],
    [103, 105, 102, 104],
    [104, 105, 103, 104],
  ];
  return rows.map(([open = 0, high = 0, low = 0, close = 0], at) => ({
    openTime: NOW - (rows.length - at) * 900_000,
    open,
    high,
    low,
    close,
    volume: 1,
  }));
}

it("finds the levels around the last price in the stored candles", async () => {
  const desk = await createDeskBench();
  await desk.context.candles.append("BTC/USDT", "15m", candles());
  const report = await desk.control.levels("BTC/USDT", "15m");
  expect(report).toMatchObject({
    symbol: "BTC/USDT",
    timeframe: "15m",
    knownAt: NOW,
    snapshot: { price: 104 },
  });
  const gaps = report?.snapshot.levels.filter(({ kind }) => kind === "fair-value-gap");
  expect(gaps).toMatchObject([{ side: "below", bottom: 101, top: 102, label: ["bullish"] }]);
  expect(gaps?.[0]?.distancePercent).toBeCloseTo(100 * (2 / 104), 10);
});

it("adds up a timeframe that the desk does not follow, as a chart does", async () => {
  const desk = await createDeskBench();
  await desk.context.candles.append("BTC/USDT", "15m", candles());
  const report = await desk.control.levels("BTC/USDT", "1h");
  expect(report).toMatchObject({ timeframe: "1h", knownAt: NOW, snapshot: { price: 104 } });
});

it("has no levels of a symbol without candles", async () => {
  const desk = await createDeskBench();
  expect(await desk.control.levels("BTC/USDT", "15m")).toBeUndefined();
});
