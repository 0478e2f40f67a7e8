import { describe, expect, it } from "vitest";
import { aggregateCandles } from "../../../src/engine/candles/aggregate.ts";
import { timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../src/engine/model/detect-candles.ts";
import { MarketModel, type MarketModelOptions } from "../../../src/engine/model/market-model.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import type { Strategy, TimeframeView } from "../../../src/engine/strategy/contract.ts";
import { companionOf } from "../detect/companion.ts";
import { generatedCandles } from "../detect/generated-candles.ts";

const settings = detectorSettingsSchema.parse({});
const candles = generatedCandles(11, 4000, 300_000);

function model(options: Partial<MarketModelOptions> = {}): MarketModel {
  return new MarketModel({
    symbol: "BTC/USDT",
    baseTimeframe: "5m",
    timeframes: ["5m", "15m", "1h"],
    settings,
    strategies: [],
    ...options,
  });
}

/** Notes what it is shown and signals at the candles asked for. */
function recorder(signalAt: (view: TimeframeView) => boolean = () => false) {
  const seen: string[] = [];
  const strategy: Strategy = {
    name: "recorder",
    evaluate(view) {
      const newest = view.series.candle(view.series.length - 1);
      seen.push(`${view.series.timeframe} ${newest.openTime} ${view.fresh().length}`);
      return signalAt(view) ? [{ id: seen.at(-1), symbol: view.symbol } as Signal] : [];
    },
  };
  return { seen, strategy };
}

describe("MarketModel", () => {
  it("judges every closed candle of every timeframe once, with what became known at it", () => {
    const { seen, strategy } = recorder();
    const market = model({ strategies: [strategy] });
    for (const candle of candles) market.push(candle);
    const expected = (["5m", "15m", "1h"] as const).flatMap((timeframe) => {
      const closed = aggregateCandles(candles, "5m", timeframe);
      const events = detectCandles(closed, timeframe, settings);
      const counts = new Map<number, number>();
      for (const { knownIndex } of events) counts.set(knownIndex, (counts.get(knownIndex) ?? 0) + 1);
      return closed.map(({ openTime }, index) => `${timeframe} ${openTime} ${counts.get(index) ?? 0}`);
    });
    expect(seen.toSorted()).toEqual(expected.toSorted());
    expect(market.detectionCount).toBe(seen.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0));
  });

  it("gives the signals of the candles that a base candle closes", () => {
    const { strategy } = recorder(({ series }) => series.timeframe === "15m" && series.length === 2);
    const market = model({ strategies: [strategy] });
    const signals = candles.slice(0, 12).map((candle) => market.push(candle).length);
    expect(signals.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it("knows after a muted warm-up what it would know without, but has judged and counted nothing", () => {
    const { seen, strategy } = recorder();
    const warmed = model({ strategies: [strategy] });
    warmed.warmUpFrom(new Map(), candles.slice(0, 3000));
    expect(seen).toEqual([]);
    expect(warmed.detectionCount).toBe(0);
    const reference = model();
    for (const candle of candles.slice(0, 3000)) reference.push(candle);
    for (const candle of candles.slice(3000)) {
      warmed.push(candle);
      reference.push(candle);
      expect(warmed.view("15m").fresh()).toEqual(reference.view("15m").fresh());
    }
    expect(warmed.view("1h").zones("order-block")).toEqual(reference.view("1h").zones("order-block"));
  });

  it("shows the detected events of living zones, oldest first", () => {
    const market = model({ timeframes: ["5m"] });
    for (const candle of candles.slice(0, 2500)) market.push(candle);
    const events = detectCandles(candles.slice(0, 2500), "5m", settings);
    for (const [kind, ends] of [
      ["order-block", ["exhausted", "invalidated", "expired"]],
      ["fair-value-gap", ["inverted", "expired"]],
    ] as const) {
      const own = events.filter((event) => event.kind === kind);
      const over = new Set(own.filter(({ event }) => ends.includes(event as never)).map(({ id }) => id));
      const alive = own.filter(({ event, id }) => event === "detected" && !over.has(id));
      expect(alive.length).toBeGreaterThan(3);
      expect(market.view("5m").zones(kind)).toEqual(alive);
    }
    expect(market.view("5m").zones("swing")).toEqual([]);
  });

  it("shows no zones of a kind that is switched off", () => {
    const market = model({ settings: detectorSettingsSchema.parse({ orderBlock: { enabled: false } }) });
    for (const candle of candles.slice(0, 500)) market.push(candle);
    expect(market.view("5m").zones("order-block")).toEqual([]);
    expect(market.view("5m").zones("fair-value-gap").length).toBeGreaterThan(0);
  });

  it("shows ATR and session of the newest candle", () => {
    const market = model({ timeframes: ["5m"] });
    const view = market.view("5m");
    expect([view.atr, view.session]).toEqual([undefined, undefined]);
    const first = Date.parse("2025-01-15T06:00:00Z");
    for (let at = 0; at < 14; at += 1) {
      market.push({ openTime: first + at * 300_000, open: 10, high: 11, low: 9, close: 10, volume: 1 });
    }
    expect([view.atr, view.session]).toEqual([2, "london-open"]);
  });

  it("watches timeframes for the bias without looking for setups on them", () => {
    const { seen, strategy } = recorder();
    const market = model({ timeframes: ["5m"], contextTimeframes: ["1h", "5m"], strategies: [strategy] });
    for (const candle of candles.slice(0, 1000)) market.push(candle);
    expect(seen).toHaveLength(1000);
    expect(seen.every((line) => line.startsWith("5m "))).toBe(true);
    const alone = model({ timeframes: ["5m"] });
    for (const candle of candles.slice(0, 1000)) alone.push(candle);
    expect(market.detectionCount).toBe(alone.detectionCount);
    const hours = market.structure("1h")?.series.length;
    expect(hours).toBe(aggregateCandles(candles.slice(0, 1000), "5m", "1h").length);
  });

  it("remembers what strategies look back at, also from a warm-up, and nothing without strategies", () => {
    const { strategy } = recorder();
    const market = model({ timeframes: ["5m"], strategies: [strategy] });
    market.warmUpFrom(new Map(), candles.slice(0, 3000));
    const events = detectCandles(candles.slice(0, 3000), "5m", settings);
    const newest = (kind: string, count: number, layer?: string) =>
      events
        .filter((event) => event.kind === kind && (layer === undefined || event.layer === layer))
        .filter(({ kind: of, event }) => of !== "fair-value-gap" || event === "detected")
        .slice(-count);
    const view = market.view("5m");
    expect(view.recent?.("market-structure", "internal")).toEqual(newest("market-structure", 8, "internal"));
    expect(view.recent?.("market-structure", "swing")).toEqual(newest("market-structure", 8, "swing"));
    expect(view.recent?.("swing", "internal")).toEqual(newest("swing", 8, "internal"));
    expect(view.recent?.("liquidity-sweep")).toEqual(newest("liquidity-sweep", 8));
    expect(view.recent?.("fair-value-gap")).toEqual(newest("fair-value-gap", 12));
    expect(view.recent?.("session")).toEqual([]);
    const silent = model({ timeframes: ["5m"] });
    for (const candle of candles.slice(0, 500)) silent.push(candle);
    expect(silent.view("5m").recent?.("swing", "internal")).toEqual([]);
  });

  it("knows the windows that its newest candle opened in, with their times", () => {
    const market = model({ timeframes: ["5m"] });
    const view = market.view("5m");
    expect(view.window?.("new-york-am")).toBeUndefined();
    const push = (time: string) =>
      market.push({ openTime: Date.parse(time), open: 1, high: 1, low: 1, close: 1, volume: 1 });
    push("2025-07-15T13:55:00Z");
    expect(view.window?.("silver-bullet-am")).toBeUndefined();
    push("2025-07-15T14:05:00Z");
    expect(view.window?.("silver-bullet-am")).toEqual({
      name: "silver-bullet-am",
      open: true,
      opensAt: Date.parse("2025-07-15T14:00:00Z"),
      closesAt: Date.parse("2025-07-15T15:00:00Z"),
    });
    push("2025-07-16T00:05:00Z");
    expect(view.window?.("asian")?.closesAt).toBe(Date.parse("2025-07-16T04:00:00Z"));
    expect(view.window?.("nothing")).toBeUndefined();
  });

  it("keeps as many candles as asked for, and more when detectors need them", () => {
    const market = model({ timeframes: ["5m"], keep: 3000 });
    for (const candle of candles) market.push(candle);
    const { series } = market.view("5m");
    expect(series.length).toBe(4000);
    expect(series.length - series.firstIndex).toBeGreaterThanOrEqual(3000);
    expect(series.length - series.firstIndex).toBeLessThan(4000 + 97);
    const small = model({ timeframes: ["5m"], keep: 1 });
    for (const candle of candles) small.push(candle);
    const held = small.view("5m").series;
    expect(held.length - held.firstIndex).toBeGreaterThanOrEqual(564);
  });

  it("refuses timeframes that it cannot build or does not watch, and candles out of order", () => {
    expect(() => model({ baseTimeframe: "15m" })).toThrow(RangeError);
    expect(() => model().view("4h")).toThrow(RangeError);
    const market = model();
    market.push(candles[1] as never);
    expect(() => market.push(candles[0] as never)).toThrow(RangeError);
  });

  it("compares its timeframes with those of a companion that takes each candle first", () => {
    const byTime = new Map(companionOf(candles).map((twin) => [twin.openTime, twin]));
    const twins = candles.map((candle) => byTime.get(candle.openTime) ?? candle);
    const companion = model({ symbol: "ETH/USDT", timeframes: ["15m"] });
    const market = model({ companion });
    const found = candles.flatMap((candle, at) => {
      companion.push(twins[at] ?? candle);
      market.push(candle);
      return (["5m", "15m"] as const).flatMap((timeframe) => {
        const view = market.view(timeframe);
        const { series } = view;
        const isNew =
          series.openTime(series.length - 1) + timeframeMs(timeframe) === candle.openTime + 300_000;
        return isNew ? view.fresh("smt-divergence").map(({ id }) => [timeframe, id]) : [];
      });
    });
    const expected = detectCandles(
      aggregateCandles(candles, "5m", "15m"),
      "15m",
      settings,
      aggregateCandles(twins, "5m", "15m"),
    );
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(
      expected.filter(({ kind }) => kind === "smt-divergence").map(({ id }) => ["15m", id]),
    );
    expect(
      market
        .view("5m")
        .fresh()
        .some(({ kind }) => kind === "smt-divergence"),
    ).toBe(false);
  });
});
