import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { CandleSeries } from "../../../src/engine/candles/candle-series.ts";
import { TimeZone } from "../../../src/engine/clock/time-zone.ts";
import { WindowTracker } from "../../../src/engine/clock/window-tracker.ts";
import { clockWindows, killZoneAt, sessionSettingsSchema } from "../../../src/engine/clock/windows.ts";
import { SessionVwap } from "../../../src/engine/facts/session-vwap.ts";
import { VolumeWeightedAveragePrice } from "../../../src/engine/facts/vwap.ts";
import { generateCandles } from "../../oracle/generate.ts";
import { sum } from "./fact-series.ts";

const settings = sessionSettingsSchema.parse({});
const zone = new TimeZone(settings.timezone);

function sessionValues(candles: readonly Candle[], name: string): number[] {
  const series = new CandleSeries({ timeframe: "15m", keep: 2 });
  const windows = new WindowTracker(series, clockWindows(settings), zone);
  const vwap = new SessionVwap(series, windows);
  return candles.map((candle, index) => {
    series.push(candle);
    windows.update(index);
    vwap.onClock();
    vwap.update(index);
    return vwap.at(name);
  });
}

function candle(time: string, price: number, volume: number): Candle {
  return { openTime: Date.parse(time), open: price, high: price + 1, low: price - 1, close: price, volume };
}

describe("VolumeWeightedAveragePrice", () => {
  const series = new CandleSeries({ timeframe: "15m" });
  series.append(0, 10, 13, 9, 11, 0);
  series.append(1, 10, 13, 9, 11, 2);
  series.append(2, 20, 22, 19, 19, 6);

  it("weighs typical prices with volume from its last start on", () => {
    const vwap = new VolumeWeightedAveragePrice(series);
    expect(vwap.current).toBeNaN();
    vwap.update(0);
    expect(vwap.current).toBeNaN();
    vwap.update(1);
    expect(vwap.current).toBe(11);
    vwap.update(2);
    expect(vwap.current).toBe((11 * 2 + 20 * 6) / 8);
    vwap.start();
    expect(vwap.current).toBeNaN();
    vwap.update(2);
    expect(vwap.current).toBe(20);
  });
});

describe("SessionVwap", () => {
  // 07:00Z is 02:00 in New York in winter: London opens there until 05:00.
  const candles = [
    candle("2025-01-15T06:45:00Z", 99, 1),
    candle("2025-01-15T07:00:00Z", 10, 1),
    candle("2025-01-15T09:45:00Z", 20, 3),
    candle("2025-01-15T10:00:00Z", 99, 1),
    candle("2025-01-16T06:45:00Z", 99, 1),
    candle("2025-01-16T07:30:00Z", 40, 2),
  ];

  it("runs while its session is open, stays at the end and begins anew with the next", () => {
    expect(sessionValues(candles, "london-open")).toEqual([Number.NaN, 10, 17.5, 17.5, 17.5, 40]);
    expect(sessionValues(candles, "new-york-pm")).toEqual(Array(6).fill(Number.NaN));
    expect(sessionValues(candles, "no-such-session")).toEqual(Array(6).fill(Number.NaN));
  });

  it.each(["asian", "london-open", "new-york-pm"])("agrees with the sum over the candles of %s", (name) => {
    const market = generateCandles({ kind: "weekends", seed: 2, length: 1500, timeframe: "15m" });
    const windows = clockWindows(settings);
    const isInside = market.map(({ openTime }) => killZoneAt(openTime, windows, zone) === name);
    const expected = market.map((_, index) => {
      const last = isInside.lastIndexOf(true, index);
      if (last < 0) return Number.NaN;
      const members = market.slice(isInside.lastIndexOf(false, last) + 1, last + 1);
      const traded = sum(members.map(({ high, low, close, volume }) => ((high + low + close) / 3) * volume));
      return traded / sum(members.map(({ volume }) => volume));
    });
    expect(sessionValues(market, name)).toEqual(expected);
    expect(isInside.filter(Boolean).length).toBeGreaterThan(100);
  });
});
