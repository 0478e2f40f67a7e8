import { describe, expect, it } from "vitest";
import { DETECTION_KINDS } from "../../../src/engine/detect/detection.ts";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { EMA_LENGTHS } from "../../../src/engine/facts/technical-facts.ts";
import { MarketModel } from "../../../src/engine/model/market-model.ts";
import type { Strategy, TimeframeView } from "../../../src/engine/strategy/contract.ts";
import { generatedCandles } from "../detect/generated-candles.ts";

const hierarchy = ["sth", "ith"];
const settings = detectorSettingsSchema.parse({ swing: { hierarchy }, liquiditySweep: { reclaimWithin: 2 } });
const candles = generatedCandles(23, 2600, 300_000);
const silent: Strategy = { name: "silent", evaluate: () => [] };

function model(): MarketModel {
  return new MarketModel({
    symbol: "BTC/USDT",
    baseTimeframe: "5m",
    timeframes: ["5m", "15m"],
    settings,
    strategies: [silent],
  });
}

/** Everything that a strategy can read. */
function knowledge(view: TimeframeView) {
  const { facts, fresh, atr, session } = view;
  const layers = [undefined, "internal", "swing", "sth", "ith"];
  return {
    fresh,
    atr,
    session,
    zones: DETECTION_KINDS.map((kind) => view.zones(kind)),
    recent: DETECTION_KINDS.flatMap((kind) => layers.map((layer) => view.recent?.(kind, layer))),
    windows: ["london-open", "new-york-am", "asian"].map((name) => view.window?.(name)),
    averages: EMA_LENGTHS.map((length) => facts?.ema(length)),
    strength: facts?.rsi,
    volume: facts?.relativeVolume,
    volatility: [facts?.realisedVolatilityPercent, facts?.volatilityPercentile],
    prices: [facts?.dayVwap, facts?.sessionVwap("london-open"), facts?.sessionVwap("asian")],
  };
}

describe("a model that is warmed up with many candles at once", () => {
  // Around the stretches in which they are taken in, the candles that columns hold, and beyond.
  for (const count of [1, 2, 23, 24, 25, 26, 600, 1023, 1024, 1025, 2000]) {
    it(`knows after ${count} candles what one knows that took them one by one`, () => {
      const warmed = model();
      const reference = model();
      warmed.warmUpFrom(new Map([["5m", candles.slice(0, count)]]), candles.slice(0, count));
      for (const candle of candles.slice(0, count)) reference.push(candle);
      for (const candle of [undefined, ...candles.slice(count, count + 150)]) {
        const pushed = candle === undefined ? [0, 0] : [warmed, reference].map((each) => each.push(candle));
        expect(pushed[0]).toEqual(pushed[1]);
        expect(warmed.view("5m").fresh()).toEqual(reference.view("5m").fresh());
      }
      for (const timeframe of ["5m", "15m"] as const) {
        expect(knowledge(warmed.view(timeframe))).toEqual(knowledge(reference.view(timeframe)));
      }
      if (count > 500) expect(warmed.view("5m").zones("fair-value-gap").length).toBeGreaterThan(3);
    });
  }
});
