import { describe, expect, it } from "vitest";
import { aggregateCandles } from "../../../src/engine/candles/aggregate.ts";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../src/engine/model/detect-candles.ts";
import { MarketModel } from "../../../src/engine/model/market-model.ts";
import type { TimeframeView } from "../../../src/engine/strategy/contract.ts";
import { generateCandles } from "../../oracle/generate.ts";

const settings = detectorSettingsSchema.parse({});
const TIMEFRAMES: readonly Timeframe[] = ["5m", "15m", "1h", "4h"];
const candles = generateCandles({ kind: "time-gaps", seed: 3, length: 3000, timeframe: "5m" });

type Judge = (view: TimeframeView, now: number, model: MarketModel) => void;

/** Runs a model and calls `judge` wherever a strategy would be asked. */
function run(base: readonly Candle[], judge: Judge, context: readonly Timeframe[] = []): MarketModel {
  const evaluate = (view: TimeframeView) => {
    judge(view, view.series.openTime(view.series.length - 1) + timeframeMs(view.series.timeframe), model);
    return [];
  };
  const model: MarketModel = new MarketModel({
    symbol: "BTC/USDT",
    baseTimeframe: "5m",
    timeframes: TIMEFRAMES.filter((timeframe) => !context.includes(timeframe)),
    contextTimeframes: context,
    settings,
    strategies: [{ name: "judge", evaluate }],
  });
  for (const candle of base) model.push(candle);
  return model;
}

/** Candles of a timeframe in the whole run, also those whose last base candles are missing. */
function allCandles(timeframe: Timeframe): Candle[] {
  const late = { ...(candles.at(-1) as Candle), openTime: (candles.at(-1)?.openTime ?? 0) + 30 * 86_400_000 };
  return aggregateCandles([...candles, late], "5m", timeframe).filter(
    ({ openTime }) => openTime < late.openTime,
  );
}

const whole = new Map(TIMEFRAMES.map((timeframe) => [timeframe, allCandles(timeframe)]));

function endedBy(timeframe: Timeframe, now: number): Candle[] {
  return (whole.get(timeframe) ?? []).filter(({ openTime }) => openTime + timeframeMs(timeframe) <= now);
}

/** All that a view says about its newest candle, as text. */
function newestOf(view: TimeframeView): string {
  if (view.series.length === 0) return "nothing";
  const { series, fresh, atr, session } = view;
  return JSON.stringify([series.length, series.candle(series.length - 1), fresh, atr, session]);
}

describe("the timeframes of a market model", () => {
  it("each hold exactly their candles that have ended, whichever of them is judged", () => {
    let judged = 0;
    run(candles, (view, now) => {
      for (const timeframe of TIMEFRAMES) {
        const ended = endedBy(timeframe, now);
        const series = view.timeframe?.(timeframe)?.series;
        expect([timeframe, series?.length]).toEqual([timeframe, ended.length]);
        if (series === undefined || series.length === 0) continue;
        expect(series.candle(series.length - 1)).toEqual(ended.at(-1));
      }
      judged += 1;
    });
    // Of the last hours of the run it is not known yet that they are over.
    expect(judged).toBeGreaterThan([...whole.values()].reduce((sum, { length }) => sum + length, 0) - 4);
  });

  it("know what detectors find in those candles and nothing more", () => {
    const checkpoints = new Set([300, 1111, 2222, 2999].map((at) => candles[at]?.openTime));
    let compared = 0;
    run(candles, (view, now, model) => {
      if (view.series.timeframe !== "5m" || !checkpoints.has(now - timeframeMs("5m"))) return;
      for (const timeframe of TIMEFRAMES) {
        const other = model.view(timeframe);
        const events = detectCandles(endedBy(timeframe, now), timeframe, settings);
        const newest = other.series.length - 1;
        expect(other.fresh()).toEqual(events.filter(({ knownIndex }) => knownIndex === newest));
        const gaps = events.filter(({ kind }) => kind === "fair-value-gap");
        const over = new Set(
          gaps.filter(({ event }) => /^(inverted|expired)$/.test(event)).map(({ id }) => id),
        );
        const alive = gaps.filter(({ event, id }) => event === "detected" && !over.has(id));
        expect(other.zones("fair-value-gap")).toEqual(alive);
        compared += alive.length;
      }
    });
    expect(compared).toBeGreaterThan(50);
  });

  it("do not change what they said when later candles come out differently", () => {
    const said = (base: readonly Candle[]): string[] => {
      const lines: string[] = [];
      run(base, (_, now, model) => {
        lines.push([now, ...TIMEFRAMES.map((timeframe) => newestOf(model.view(timeframe)))].join(" "));
      });
      return lines;
    };
    const cut = 1500;
    const until = candles[cut]?.openTime ?? 0;
    const stretched = candles.map((candle, at) =>
      at < cut ? candle : { ...candle, high: candle.high * 2, low: candle.low / 2 },
    );
    const past = (lines: readonly string[]) => lines.filter((line) => Number(line.split(" ")[0]) <= until);
    expect(past(said(stretched))).toEqual(past(said(candles)));
    expect(said(stretched)).not.toEqual(said(candles));
  });

  it("judge first what ended first when a candle after a gap closes several", () => {
    const minutes = 300_000;
    const start = Date.UTC(2025, 0, 15, 8);
    const at = (step: number): Candle => {
      return { openTime: start + step * minutes, open: 1, high: 2, low: 1, close: 1, volume: 1 };
    };
    const seen: [Timeframe, number, number | undefined][] = [];
    // 08:00 to 08:15 is whole; 08:15 and 08:25 lack candles; 11:55 ends that quarter, its hour and 15m, 1h, 4h.
    run([at(0), at(1), at(2), at(4), at(47)], (view, now) => {
      const hours = view.timeframe?.("1h")?.series.length;
      seen.push([view.series.timeframe, (now - start) / minutes, hours]);
    });
    expect(seen).toEqual([
      ["5m", 1, 0],
      ["5m", 2, 0],
      ["5m", 3, 0],
      ["15m", 3, 0],
      ["5m", 5, 0],
      ["15m", 6, 0],
      ["1h", 12, 1],
      ["5m", 48, 2],
      ["15m", 48, 2],
      ["1h", 48, 2],
      ["4h", 48, 2],
    ]);
  });

  it("are read by name at every base candle; one that is not watched is not there", () => {
    const model = run(candles.slice(0, 500), () => undefined);
    const view = model.view("5m");
    expect(view.timeframe?.("1h")).toBe(model.view("1h"));
    expect(view.timeframe?.("5m")).toBe(view);
    expect(view.timeframe?.("1d")).toBeUndefined();
  });

  it("that only give direction know the same structure as those that are judged, and nothing else", () => {
    const said = (context: readonly Timeframe[]): string[] => {
      const lines: string[] = [];
      const judge: Judge = (view, now) => {
        if (view.series.timeframe !== "5m") return;
        const hours = view.timeframe?.("1h");
        const structure = (["swing", "market-structure"] as const)
          .flatMap((kind) => ["internal", "swing"].flatMap((layer) => hours?.recent?.(kind, layer) ?? []))
          .map(({ id, event, bias, level, knownIndex }) => [id, event, bias, level, knownIndex]);
        const last = hours?.lastKnownIndex?.("market-structure", "internal");
        const known = [now, hours?.series.length, hours?.atr, hours?.swing?.("swing"), last, structure];
        lines.push(JSON.stringify(known));
      };
      run(candles, judge, context);
      return lines;
    };
    const seen = said(["1h"]);
    expect(seen).toEqual(said([]));
    expect(seen.at(-1)).toContain("market-structure:internal");
    const model = run(candles.slice(0, 500), () => undefined, ["1h"]);
    expect(() => model.view("1h")).toThrow("1h is not watched");
  });
});
