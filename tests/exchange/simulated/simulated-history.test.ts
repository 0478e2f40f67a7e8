import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { candleFault } from "../../../src/engine/candles/candle-check.ts";
import type { Timeframe } from "../../../src/engine/candles/timeframe.ts";
import {
  createSimulatedHistory,
  type SimulatedHistory,
} from "../../../src/exchange/simulated/simulated-history.ts";
import { SIMULATED_SYMBOLS } from "../../../src/exchange/simulated/simulated-symbols.ts";

const DAY = 86_400_000;
const JUNE = Date.UTC(2026, 5, 1);

function historyOf(name: string, seed = "test"): SimulatedHistory {
  const symbol = SIMULATED_SYMBOLS.find(({ instrument }) => instrument.symbol === name);
  if (!symbol) throw new Error(`no ${name}`);
  return createSimulatedHistory(seed, symbol);
}

function candlesOf(
  history: SimulatedHistory,
  days: number,
  timeframe: Timeframe = "1m",
  sinceMs = JUNE,
): Candle[] {
  const limit = Number.POSITIVE_INFINITY;
  return history.closed({ timeframe, sinceMs, limit, nowMs: sinceMs + days * DAY });
}

describe("the simulated history", () => {
  it("is the same whatever was asked before", () => {
    const query = fc.record({
      timeframe: fc.constantFrom("1m" as const, "15m" as const, "4h" as const, "1d" as const),
      sinceMs: fc.integer({ min: Date.UTC(2019, 11, 30), max: Date.UTC(2020, 1, 1) }),
      limit: fc.integer({ min: 0, max: 3000 }),
      nowMs: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2020, 1, 1) }),
    });
    const name = fc.constantFrom(...SIMULATED_SYMBOLS.map(({ instrument }) => instrument.symbol));
    fc.assert(
      fc.property(name, fc.array(query, { minLength: 1, maxLength: 5 }), query, (symbol, before, last) => {
        const used = historyOf(symbol);
        for (const earlier of before) used.closed(earlier);
        expect(used.closed(last)).toEqual(historyOf(symbol).closed(last));
      }),
      { seed: 42, numRuns: 60 },
    );
  });

  it("answers every range as a part of the whole", () => {
    const history = historyOf("EUR/USD");
    const whole = candlesOf(history, 20, "15m");
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 200 }), (index, limit) => {
        const sinceMs = whole[index]?.openTime ?? 0;
        const part = history.closed({ timeframe: "15m", sinceMs, limit, nowMs: JUNE + 20 * DAY });
        expect(part).toEqual(whole.slice(index, index + limit));
      }),
      { seed: 42, numRuns: 60 },
    );
  });

  it("is pinned: a seed means the same market in every version", () => {
    expect(candlesOf(historyOf("BTC/USDT", "killzone"), 1)[700]).toEqual({
      openTime: 1_780_314_000_000,
      open: 78_139.6,
      high: 78_148,
      low: 78_101.7,
      close: 78_115.1,
      volume: 51.2179,
    });
    expect(candlesOf(historyOf("EUR/USD", "killzone"), 1)[700]).toEqual({
      openTime: 1_780_314_000_000,
      open: 1.0387,
      high: 1.03889,
      low: 1.03861,
      close: 1.0388,
      volume: 1_540_797,
    });
  });

  it("differs between seeds and between symbols", () => {
    const closes = (name: string, seed: string) =>
      candlesOf(historyOf(name, seed), 1).map((candle) => candle.close);
    expect(closes("BTC/USDT", "a")).not.toEqual(closes("BTC/USDT", "b"));
    expect(closes("ETH/USDT", "a")).not.toEqual(closes("SOL/USDT", "a"));
  });

  it("gives nothing before it begins, nor what has not closed", () => {
    const history = historyOf("BTC/USDT");
    const start = Date.UTC(2020, 0, 1);
    const first = history.closed({ timeframe: "1m", sinceMs: 0, limit: 10, nowMs: start + 150_000 });
    expect(first.map((candle) => candle.openTime - start)).toEqual([0, 60_000]);
    expect(history.closed({ timeframe: "1m", sinceMs: 0, limit: 10, nowMs: start + 59_999 })).toEqual([]);
    expect(history.closed({ timeframe: "1h", sinceMs: start, limit: 10, nowMs: start + 3_599_999 })).toEqual(
      [],
    );
  });
});

describe.each(SIMULATED_SYMBOLS.map((symbol) => [symbol.instrument.symbol, symbol] as const))(
  "a month of %s",
  (name, symbol) => {
    const minutes = candlesOf(historyOf(name), 30);

    it("has only usable candles on the grid of its instrument", () => {
      const digits = (value: number) => value.toString().split(".")[1]?.length ?? 0;
      const bad = minutes.filter((candle, index) => {
        const { open, high, low, close, volume } = candle;
        const fault = candleFault(candle, minutes[index - 1]?.openTime);
        const priceDigits = Math.max(...[open, high, low, close].map(digits));
        const onGrid = priceDigits <= symbol.priceDigits && digits(volume) <= symbol.quantityDigits;
        return fault !== undefined || low <= 0 || volume <= 0 || !onGrid;
      });
      expect(bad).toEqual([]);
    });

    it("opens where it closed, but for a few gaps", () => {
      const gaps = minutes.filter((candle, index) => candle.open !== (minutes[index - 1] ?? candle).close);
      expect(gaps.length).toBeGreaterThan(3);
      expect(gaps.length).toBeLessThan(40);
    });

    it("is quiet in Asia and lively in London and New York", () => {
      const move = (from: number, until: number) => {
        const hours = minutes.filter(({ openTime }) => {
          // In June New York is four hours behind UTC.
          const hour = ((openTime / 3_600_000 - 4) % 24) | 0;
          const weekday = new Date(openTime).getUTCDay();
          return hour >= from && hour < until && weekday >= 1 && weekday <= 4;
        });
        return hours.reduce((sum, candle) => sum + (candle.high - candle.low), 0) / hours.length;
      };
      const asia = move(20, 24);
      expect(move(2, 5) / asia).toBeGreaterThan(1.3);
      expect(move(9, 11) / asia).toBeGreaterThan(1.5);
    });

    it("has volatility that comes in clusters", () => {
      const sizes = minutes.map((candle) => Math.abs(Math.log(candle.close / candle.open)));
      expect(correlation(sizes.slice(0, -5), sizes.slice(5))).toBeGreaterThan(0.1);
    });

    it("has displacement legs that leave gaps on the quarter-hour chart", () => {
      const quarters = candlesOf(historyOf(name), 30, "15m");
      const gaps = quarters.filter((candle, index) => {
        const two = quarters[index - 2];
        return two && (candle.low > two.high || candle.high < two.low);
      });
      expect(gaps.length / quarters.length).toBeGreaterThan(0.1);
      expect(gaps.length / quarters.length).toBeLessThan(0.35);
    });
  },
);

describe("the simulated markets together", () => {
  const returns = (name: string) =>
    candlesOf(historyOf(name), 30, "15m").map((candle) => Math.log(candle.close / candle.open));

  it("move together within a group", () => {
    expect(correlation(returns("BTC/USDT"), returns("ETH/USDT"))).toBeGreaterThan(0.3);
  });

  it("rest over the weekend where fx does, by New York's clock in winter and summer", () => {
    const edges = (sinceMs: number) => {
      const minutes = candlesOf(historyOf("EUR/USD"), 7, "1m", sinceMs);
      const after = minutes.findIndex(
        (candle, index) => candle.openTime - (minutes[index - 1]?.openTime ?? candle.openTime) > 60_000,
      );
      return [minutes[after - 1], minutes[after]].map((candle) =>
        new Date(candle?.openTime ?? 0).toISOString().slice(0, 16),
      );
    };
    expect(edges(Date.UTC(2026, 0, 5))).toEqual(["2026-01-09T21:59", "2026-01-11T22:00"]);
    expect(edges(Date.UTC(2026, 6, 6))).toEqual(["2026-07-10T20:59", "2026-07-12T21:00"]);
    expect(edges(Date.UTC(2026, 2, 2))).toEqual(["2026-03-06T21:59", "2026-03-08T21:00"]);
    expect(candlesOf(historyOf("BTC/USDT"), 7)).toHaveLength(7 * 1440);
  });

  it("stay within a sane distance of their anchors for years", () => {
    for (const { instrument, anchorPrice } of SIMULATED_SYMBOLS) {
      const days = candlesOf(historyOf(instrument.symbol), 200, "1d", Date.UTC(2025, 0, 1));
      for (const { close } of days) {
        expect(close / anchorPrice).toBeGreaterThan(0.1);
        expect(close / anchorPrice).toBeLessThan(10);
      }
    }
  });
});

function correlation(left: readonly number[], right: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleLeft, middleRight] = [mean(left), mean(right)];
  let [both, squaresLeft, squaresRight] = [0, 0, 0];
  left.forEach((value, index) => {
    const [a, b] = [value - middleLeft, (right[index] ?? 0) - middleRight];
    both += a * b;
    squaresLeft += a * a;
    squaresRight += b * b;
  });
  return both / Math.sqrt(squaresLeft * squaresRight);
}
