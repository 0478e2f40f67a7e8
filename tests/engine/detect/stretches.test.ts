import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CandleSeries } from "../../../src/engine/candles/candle-series.ts";
import type { Detection } from "../../../src/engine/detect/detection.ts";
import { DetectionEngine } from "../../../src/engine/detect/detection-engine.ts";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { companionOf } from "./companion.ts";
import { generatedCandles } from "./generated-candles.ts";

/** Options that keep things pending or alive from one stretch of candles to the next. */
const settings = detectorSettingsSchema.parse({
  swing: { hierarchy: ["sth", "ith", "lth"] },
  orderBlock: { invalidateOn: "wick", maxAge: 30 },
  fairValueGap: { maxAge: 70 },
  liquidityPool: { maxAge: 90, toleranceAtr: 0.5 },
  liquiditySweep: { reclaimWithin: 5 },
  balancedPriceRange: { maxApart: 90 },
  judasSwing: { newYork: true },
});
const candles = generatedCandles(6, 1000, 900_000);

/** The events of an engine that is told of new candles only at the given ones and at the last. */
function eventsWith(ends: readonly number[]): Detection[] {
  const series = new CandleSeries({ timeframe: "15m" });
  const companion = new CandleSeries({ timeframe: "15m" });
  for (const candle of companionOf(candles)) companion.push(candle);
  const engine = new DetectionEngine({ series, settings, retain: true, companion });
  for (const [index, candle] of candles.entries()) {
    series.push(candle);
    if (ends.includes(index) || index === candles.length - 1) engine.update(index);
  }
  return [...engine.detections()];
}

describe("stretches of candles", () => {
  const everyCandle = eventsWith([...candles.keys()]);

  it("change no event, however the series is cut into them", () => {
    const ends = fc.uniqueArray(fc.integer({ min: 0, max: candles.length - 1 }), { maxLength: 60 });
    fc.assert(
      fc.property(ends, (cuts) => {
        expect(eventsWith(cuts)).toEqual(everyCandle);
      }),
      { seed: 42, numRuns: 25 },
    );
  });

  it("count as many events as can be read", () => {
    const series = new CandleSeries({ timeframe: "15m" });
    for (const candle of candles) series.push(candle);
    const silenced = detectorSettingsSchema.parse({ orderBlock: { enabled: false } });
    const engine = new DetectionEngine({ series, settings: silenced, retain: true });
    engine.update(series.length - 1);
    expect(engine.log.length).toBe([...engine.detections()].length);
    expect(engine.log.length).toBeGreaterThan(1000);
  });
});
