import { describe, expect, it } from "vitest";
import type { Candle } from "../../../../src/engine/candles/candle.ts";
import { CandleSeries } from "../../../../src/engine/candles/candle-series.ts";
import { DetectionEngine } from "../../../../src/engine/detect/detection-engine.ts";
import { detectorSettingsSchema } from "../../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../../src/engine/model/detect-candles.ts";
import { companionOf } from "../companion.ts";
import { candlesOf, mirrored, type Prices, rowsOf } from "../fixture.ts";
import { generatedCandles } from "../generated-candles.ts";
import { itAgreesWithTheDefinitions } from "../oracle-agreement.ts";

const layers = [{ name: "internal", left: 1, right: 1 }];

/** Candles with these highs over lows that only fall, so that no low is a swing. */
function highs(...prices: readonly number[]): Prices[] {
  return prices.map((high, at) => [0, high, -at, 0]);
}

function detect(mine: readonly Candle[], theirs: readonly Candle[], inverse = false) {
  const settings = detectorSettingsSchema.parse({ swing: { layers }, smtDivergence: { inverse } });
  return detectCandles(mine, "15m", settings, theirs).filter(({ kind }) => kind === "smt-divergence");
}

function divergences(mine: readonly Prices[], theirs: readonly Prices[], inverse = false) {
  return rowsOf(detect(candlesOf(mine), candlesOf(theirs), inverse), "bias");
}

const rising = highs(10, 12, 10, 13, 10);
const failing = highs(10, 12, 10, 11.5, 10);

describe("SMT divergence", () => {
  it("is bearish when one makes a higher high and the other does not", () => {
    expect(detect(candlesOf(rising), candlesOf(failing))).toEqual([
      {
        kind: "smt-divergence",
        event: "detected",
        id: "smt-divergence:bearish:1736901900000:1736901900000",
        bias: "bearish",
        index: 3,
        knownIndex: 4,
        openTime: 1_736_901_900_000,
        knownAt: 1_736_903_700_000,
      },
    ]);
  });

  it("does not matter which of the two fails, and is nothing when both go on or both fail", () => {
    expect(divergences(failing, rising)).toEqual([["detected", 3, 4, "bearish"]]);
    expect(divergences(rising, rising)).toEqual([]);
    expect(divergences(failing, failing)).toEqual([]);
  });

  it("takes an equal high for no higher high", () => {
    expect(divergences(rising, highs(10, 12, 10, 12, 10))).toEqual([["detected", 3, 4, "bearish"]]);
  });

  it("is bullish at lows", () => {
    expect(divergences(mirrored(rising), mirrored(failing))).toEqual([["detected", 3, 4, "bullish"]]);
  });

  it("compares highs with lows of an inverse pair", () => {
    expect(divergences(rising, mirrored(failing), true)).toEqual([["detected", 3, 4, "bearish"]]);
    expect(divergences(rising, mirrored(rising), true)).toEqual([]);
  });

  it("needs a swing before on both sides", () => {
    expect(divergences(rising, highs(10, 9, 8, 11.5, 10))).toEqual([]);
  });

  it("allows the layer's right between the two and is known at the later confirmation", () => {
    const longer = highs(10, 12, 10, 13, 10, 10, 10);
    expect(divergences(longer, highs(10, 12, 10, 10, 11.5, 10, 10))).toEqual([["detected", 3, 5, "bearish"]]);
    expect(divergences(longer, highs(10, 12, 10, 10, 10, 11.5, 10))).toEqual([]);
    expect(divergences(highs(10, 12, 10, 10, 11.5, 10, 10), longer)).toEqual([["detected", 4, 5, "bearish"]]);
  });

  it("counts and looks only at candles that both have, and numbers them as the first series does", () => {
    const mine = candlesOf(highs(10, 12, 10, 99, 10, 13, 10));
    const theirs = candlesOf(highs(10, 12, 10, 99, 10, 11.5, 10)).filter((_, at) => at !== 3);
    expect(rowsOf(detect(mine, theirs), "bias")).toEqual([["detected", 5, 6, "bearish"]]);
    expect(rowsOf(detect(theirs, mine), "bias")).toEqual([["detected", 4, 5, "bearish"]]);
  });

  it("is silent without a second series and with one that shares no open time", () => {
    const mine = candlesOf(rising);
    const late = candlesOf(failing, { start: "2025-01-15T00:01:00Z" });
    expect(detect(mine, [])).toEqual([]);
    expect(detect(mine, late)).toEqual([]);
  });

  it("is silent without internal swings", () => {
    const settings = detectorSettingsSchema.parse({
      swing: { layers: [{ name: "own", left: 1, right: 1 }] },
    });
    const found = detectCandles(candlesOf(rising), "15m", settings, candlesOf(failing));
    expect(found.filter(({ kind }) => kind === "smt-divergence")).toEqual([]);
  });

  it("sees the same with a second series that only grows along and forgets its oldest candles", () => {
    const candles = generatedCandles(31, 3000, 900_000);
    const companion = companionOf(candles);
    const settings = detectorSettingsSchema.parse({});
    const expected = detectCandles(candles, "15m", settings, companion);
    const series = new CandleSeries({ timeframe: "15m", keep: 700 });
    const second = new CandleSeries({ timeframe: "15m", keep: 8 });
    const engine = new DetectionEngine({ series, settings, retain: false, companion: second });
    const found = candles.flatMap((candle) => {
      for (const twin of companion) {
        const newest = second.length === 0 ? 0 : second.openTime(second.length - 1);
        if (twin.openTime > newest && twin.openTime <= candle.openTime) second.push(twin);
      }
      series.push(candle);
      engine.update(series.length - 1);
      return [...engine.detections()].filter(({ kind }) => kind === "smt-divergence");
    });
    expect(found.length).toBeGreaterThan(20);
    expect(found).toEqual(expected.filter(({ kind }) => kind === "smt-divergence"));
  });

  for (const inverse of [false, true]) {
    itAgreesWithTheDefinitions({
      name: inverse ? "inverse SMT" : "SMT",
      kinds: ["smt-divergence"],
      detectors: { smtDivergence: { inverse } },
      oracle: {},
      companion: companionOf,
      maybeSilent: ["only-rising"],
    });
  }

  itAgreesWithTheDefinitions({
    name: "SMT over uneven swings",
    kinds: ["smt-divergence"],
    detectors: { swing: { layers: [{ name: "internal", left: 1, right: 4 }] } },
    oracle: { layers: [{ name: "internal", left: 1, right: 4 }] },
    companion: companionOf,
    atLeast: 10,
    maybeSilent: ["only-rising"],
  });
});
