import { describe, expect, it } from "vitest";
import { aggregateCandles, CandleAggregator, timeframeOf } from "../../../src/engine/candles/aggregate.ts";
import type { Candle } from "../../../src/engine/candles/candle.ts";

const MINUTE = 60_000;

function minute(at: number, open: number, high: number, low: number, close: number, volume = 1): Candle {
  return { openTime: at * MINUTE, open, high, low, close, volume };
}

describe("CandleAggregator", () => {
  it("closes a candle with the last base candle of its bucket", () => {
    const closed: Candle[] = [];
    const aggregator = new CandleAggregator("1m", "3m");
    aggregator.push(minute(3, 10, 12, 9, 11, 1), (candle) => closed.push(candle));
    aggregator.push(minute(4, 11, 15, 10, 14, 2), (candle) => closed.push(candle));
    expect(closed).toEqual([]);
    aggregator.push(minute(5, 14, 14, 8, 9, 4), (candle) => closed.push(candle));
    expect(closed).toEqual([minute(3, 10, 15, 8, 9, 7)]);
  });

  it("closes an unfinished candle when a later bucket begins", () => {
    const candles = [minute(3, 10, 12, 9, 11), minute(7, 20, 21, 19, 20), minute(8, 20, 22, 20, 21)];
    expect(aggregateCandles(candles, "1m", "3m")).toEqual([
      minute(3, 10, 12, 9, 11, 1),
      minute(6, 20, 22, 19, 21, 2),
    ]);
  });

  it("closes two candles at once when the last base candle follows a gap", () => {
    const closed: number[] = [];
    const aggregator = new CandleAggregator("1m", "3m");
    aggregator.push(minute(3, 10, 12, 9, 11), (candle) => closed.push(candle.openTime / MINUTE));
    aggregator.push(minute(8, 20, 22, 20, 21), (candle) => closed.push(candle.openTime / MINUTE));
    expect(closed).toEqual([3, 6]);
  });

  it("gives no candle for a bucket without base candles and leaves an unfinished last one out", () => {
    const candles = [minute(0, 1, 1, 1, 1), minute(60, 2, 2, 2, 2), minute(61, 2, 3, 2, 3)];
    expect(aggregateCandles(candles, "1m", "15m").map(({ openTime }) => openTime / MINUTE)).toEqual([0]);
  });

  it("hands base candles through unchanged for their own timeframe", () => {
    const candles = [minute(7, 1, 1, 1, 1), minute(9, 2, 2, 2, 2)];
    expect(aggregateCandles(candles, "1m", "1m")).toEqual(candles);
  });

  it("does not change the candles it is given", () => {
    const candles = [minute(3, 10, 12, 9, 11), minute(4, 11, 15, 8, 14)].map((candle) =>
      Object.freeze(candle),
    );
    expect(() => aggregateCandles(candles, "1m", "5m")).not.toThrow();
  });

  it.each([
    ["1m", "5m", 12 * 24],
    ["1m", "15m", 4 * 24],
    ["1m", "1h", 24],
    ["1m", "4h", 6],
    ["1m", "1d", 1],
    ["15m", "4h", 15 * 6],
  ] as const)("makes every %s candle part of exactly one %s candle", (base, target, count) => {
    const step = base === "1m" ? 1 : 15;
    const candles = Array.from({ length: 1440 }, (_, at) => minute(at * step, at, at + 2, at - 1, at + 1));
    const result = aggregateCandles(candles, base, target);
    expect(result).toHaveLength(count);
    expect(result.reduce((sum, { volume }) => sum + volume, 0)).toBe(1440);
    expect(result.at(-1)?.close).toBe(1440);
  });

  it("refuses a timeframe that base candles do not fill", () => {
    expect(() => new CandleAggregator("3m", "5m")).toThrow(RangeError);
    expect(() => new CandleAggregator("1h", "15m")).toThrow(RangeError);
  });
});

describe("timeframeOf", () => {
  const at = (...minutes: number[]) => timeframeOf(minutes.map((time) => minute(time, 1, 1, 1, 1)));

  it("is the smallest step between two candles", () => {
    expect(at(0, 15, 45, 60)).toBe("15m");
    expect(at(0, 1, 100)).toBe("1m");
    expect(at(0, 1440)).toBe("1d");
    expect(at(0, 10_080)).toBe("1d");
  });

  it("is unknown for fewer than two candles", () => {
    expect(at()).toBeUndefined();
    expect(at(5)).toBeUndefined();
  });
});
