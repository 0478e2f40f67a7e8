import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { CODED_EVENTS } from "../../../src/engine/detect/event-codes.ts";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../src/engine/model/detect-candles.ts";
import { MarketModel, type MarketModelOptions } from "../../../src/engine/model/market-model.ts";
import type { Strategy } from "../../../src/engine/strategy/contract.ts";
import { generatedCandles } from "../detect/generated-candles.ts";

const settings = detectorSettingsSchema.parse({});
const candles = generatedCandles(11, 4000, 300_000);
const silent: Strategy = { name: "silent", evaluate: () => [] };

function model(options: Partial<MarketModelOptions>): MarketModel {
  return new MarketModel({
    symbol: "BTC/USDT",
    baseTimeframe: "5m",
    timeframes: ["5m"],
    settings,
    strategies: [],
    ...options,
  });
}

describe("what a model remembers and tells of its newest candle", () => {
  it("remembers also what is older than the candles it holds", () => {
    const market = model({ timeframes: ["5m"], strategies: [silent] });
    const past = candles.slice(0, 3000);
    const last = past.at(-1) as Candle;
    const { close } = last;
    const flat = Array.from({ length: 2500 }, (_, at) => {
      const openTime = last.openTime + (at + 1) * 300_000;
      return { openTime, open: close, high: close, low: close, close, volume: 1 };
    });
    for (const candle of [...past, ...flat]) market.push(candle);
    const view = market.view("5m");
    const events = detectCandles([...past, ...flat], "5m", settings);
    for (const [kind, count] of [
      ["displacement", 4],
      ["fair-value-gap", 12],
      ["change-in-delivery", 4],
    ] as const) {
      const wanted = events
        .filter((event) => event.kind === kind && event.event === "detected")
        .slice(-count);
      expect(wanted.at(-1)?.knownIndex).toBeLessThan(view.series.firstIndex);
      expect(view.recent?.(kind)).toEqual(wanted);
      expect(view.lastKnownIndex?.(kind)).toBe(wanted.at(-1)?.knownIndex);
    }
    expect(view.lastKnownIndex?.("smt-divergence")).toBe(-1);
  });

  it("tells what is fresh without making it", () => {
    const market = model({ timeframes: ["5m"] });
    const view = market.view("5m");
    let told = 0;
    for (const candle of candles.slice(0, 1500)) {
      market.push(candle);
      for (const { kind, event } of CODED_EVENTS) {
        const isThere = view.fresh().some((found) => found.kind === kind && found.event === event);
        if (isThere) told += 1;
        expect(view.isFresh?.(kind, event as never)).toBe(isThere);
      }
    }
    expect(told).toBeGreaterThan(1000);
  });
});
