import { describe, expect, it } from "vitest";
import { CandleSeries } from "../../../src/engine/candles/candle-series.ts";
import type { Detection, DetectionKind } from "../../../src/engine/detect/detection.ts";
import { DETECTORS, detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../src/engine/model/detect-candles.ts";
import { levelsOf, type PriceLevel } from "../../../src/engine/model/levels.ts";
import { MarketModel } from "../../../src/engine/model/market-model.ts";
import type { TimeframeView } from "../../../src/engine/strategy/contract.ts";
import { generatedCandles } from "../detect/generated-candles.ts";

/** Candle 1 has the high 300, candle 2 the low 100; together the range of the tests below. */
const series = new CandleSeries({ timeframe: "15m" });
series.append(0, 200, 210, 190, 200, 1);
series.append(900_000, 200, 300, 190, 200, 1);
series.append(1_800_000, 200, 210, 100, 200, 1);

function viewOf(living: readonly Detection[], atr?: number): TimeframeView {
  return {
    symbol: "X",
    series,
    fresh: () => [],
    zones: (kind) => living.filter((detection) => detection.kind === kind),
    atr,
    session: undefined,
  };
}

function thing(kind: DetectionKind, facts: Partial<Detection>): Detection {
  return { kind, event: "detected", id: kind, index: 1, knownIndex: 2, openTime: 0, knownAt: 0, ...facts };
}

function rows(levels: readonly PriceLevel[]): unknown[][] {
  return levels.map(({ side, kind, label, bottom, top }) => [side, kind, label.join(" "), bottom, top]);
}

describe("levelsOf", () => {
  it("puts what is nearest first, whatever the side", () => {
    const living = [
      thing("order-block", { bias: "bullish", top: 96, bottom: 90 }),
      thing("fair-value-gap", { bias: "bearish", top: 110, bottom: 101 }),
      thing("breaker-block", { bias: "bullish", top: 100, bottom: 98 }),
      thing("liquidity-pool", { side: "high", source: "session", name: "asian", level: 102 }),
      thing("liquidity-pool", { side: "low", source: "equal", level: 97 }),
    ];
    expect(rows(levelsOf(viewOf(living), 100).levels)).toEqual([
      ["at", "breaker-block", "bullish", 98, 100],
      ["above", "fair-value-gap", "bearish", 101, 110],
      ["above", "liquidity-pool", "session asian high", 102, 102],
      ["below", "liquidity-pool", "equal low", 97, 97],
      ["below", "order-block", "bullish", 90, 96],
    ]);
  });

  it("measures from the price to the nearer edge, in percent and in ATR", () => {
    const zone = thing("order-block", { bias: "bullish", top: 190, bottom: 180 });
    const pool = thing("liquidity-pool", { side: "high", source: "swing", level: 205 });
    const { levels } = levelsOf(viewOf([zone, pool], 2), 200);
    expect(
      levels.map(({ distancePercent, distanceAtr, detection }) => [distancePercent, distanceAtr, detection]),
    ).toEqual([
      [2.5, 2.5, pool],
      [5, 5, zone],
    ]);
    const [far] = levelsOf(viewOf([zone]), 200).levels;
    expect([far?.distancePercent, far?.distanceAtr]).toEqual([5, undefined]);
    const [zero] = levelsOf(viewOf([zone], 2), 0).levels;
    expect([zero?.distancePercent, zero?.distanceAtr]).toEqual([undefined, 90]);
    const [negative] = levelsOf(viewOf([zone], 2), -10).levels;
    expect(negative?.distancePercent).toBe(1900);
  });

  it("makes two prices of a range, and of the dealing range its middle and entries too", () => {
    const day = thing("previous-range", { name: "previous-day", top: 320, bottom: 80 });
    const dealing = thing("dealing-range", { event: "updated", index: 1, top: 300, bottom: 100 });
    const snapshot = levelsOf(viewOf([day, dealing]), 160);
    expect(rows(snapshot.levels)).toEqual([
      ["at", "dealing-range", "optimal-trade-entry long", 142, 176],
      ["above", "dealing-range", "equilibrium", 200, 200],
      ["below", "dealing-range", "low", 100, 100],
      ["below", "previous-range", "previous-day low", 80, 80],
      ["above", "dealing-range", "high", 300, 300],
      ["above", "previous-range", "previous-day high", 320, 320],
    ]);
    expect(snapshot.dealing).toEqual({ position: 0.3, place: "discount" });
  });

  it("has entries for shorts when the low is the later swing", () => {
    const dealing = thing("dealing-range", { event: "updated", index: 2, top: 300, bottom: 100 });
    const labels = levelsOf(viewOf([dealing]), 150).levels.map(({ label }) => label.join(" "));
    expect(labels).toContain("optimal-trade-entry short");
    expect(labels).not.toContain("optimal-trade-entry long");
  });

  it("is empty where nothing lives and leaves out what has no price", () => {
    expect(levelsOf(viewOf([thing("session", { name: "asian" })]), 100)).toEqual({ price: 100, levels: [] });
  });
});

describe("the levels of a market", () => {
  const settings = detectorSettingsSchema.parse({});
  const candles = generatedCandles(17, 6000, 900_000);

  function viewAfter(count: number, keep?: number): TimeframeView {
    const model = new MarketModel({
      symbol: "X",
      baseTimeframe: "15m",
      timeframes: ["15m"],
      settings,
      strategies: [],
      ...(keep === undefined ? {} : { keep }),
    });
    for (const candle of candles.slice(0, count)) model.push(candle);
    return model.view("15m");
  }

  it("hold every kind of level that the registry knows", () => {
    const found = new Set(
      [4000, 5000, 6000].flatMap((count) => levelsOf(viewAfter(count), 1000).levels.map(({ kind }) => kind)),
    );
    const without = ["swing", "market-structure", "displacement", "liquidity-sweep", "change-in-delivery"];
    const expected = DETECTORS.map(({ kind }) => kind).filter(
      (kind) => ![...without, "judas-swing", "smt-divergence"].includes(kind),
    );
    expect(expected.filter((kind) => !found.has(kind))).toEqual([]);
  });

  it("are sorted, lie where they say and are the living things of the view, each once", () => {
    const view = viewAfter(5000);
    const price = view.series.close(view.series.length - 1);
    const { levels } = levelsOf(view, price);
    const distances = levels.map(({ distancePercent }) => distancePercent ?? Number.NaN);
    expect(distances).toEqual(distances.toSorted((one, other) => one - other));
    for (const { side, top, bottom, distancePercent } of levels) {
      const edge = { above: bottom, below: top, at: price }[side];
      expect(distancePercent).toBe((100 * Math.abs(edge - price)) / price);
      expect(side === "at").toBe(bottom <= price && price <= top);
    }
    const zones = levels.filter(({ kind }) => kind === "fair-value-gap").map(({ detection }) => detection);
    expect(zones.toSorted((one, other) => one.knownIndex - other.knownIndex)).toEqual(
      view.zones("fair-value-gap"),
    );
  });

  it("know the sessions that ran last and the one that runs, long after their candles are gone", () => {
    const count = candles.findLastIndex(({ openTime }) => new Date(openTime).getUTCHours() === 8) + 1;
    const view = viewAfter(count);
    const events = detectCandles(candles.slice(0, count), "15m", settings).filter(
      ({ kind }) => kind === "session",
    );
    const names = ["asian", "london-open", "new-york-am", "london-close", "new-york-lunch", "new-york-pm"];
    const expected = names.map((name) => events.findLast((event) => event.name === name));
    const found = view.zones("session");
    expect(found.map(({ id }) => id)).toEqual(expected.map((event) => event?.id));
    for (const [at, session] of found.entries()) {
      if (session.event === "closed") expect(session).toEqual(expected[at]);
    }
    const running = found.find(({ event }) => event === "opened");
    const inside = candles.slice(running?.index, count);
    expect(running).toMatchObject({
      name: "london-open",
      top: Math.max(...inside.map(({ high }) => high)),
      bottom: Math.min(...inside.map(({ low }) => low)),
    });
  });
});
