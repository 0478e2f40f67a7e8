import { describe, expect, it } from "vitest";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { candlesOfRows } from "../../src/engine/candles/candle-rows.ts";
import { timeframeMs } from "../../src/engine/candles/timeframe.ts";
import type { NewestCandles } from "../../src/engine/scan/judge-newest.ts";
import { ScanModels } from "../../src/jobs/scan-models.ts";
import { WarmModels } from "../../src/jobs/warm-models.ts";
import { createDeskBench, NOW } from "./desk-bench.ts";

const SYMBOL = "BTC/USDT";
const TIMEFRAME = "5m";
const LENGTH = timeframeMs(TIMEFRAME);

/** Candles by how many of them ago they closed: from `oldest` to `newest`, 0 closed now. */
function ago(oldest: number, newest = 0): number[] {
  return Array.from({ length: oldest - newest + 1 }, (_, at) => oldest - at);
}

function candle(number: number): Candle {
  return { openTime: NOW - (number + 1) * LENGTH, open: 1, high: 2, low: 1, close: 1, volume: 1 };
}

function numbers(candles: readonly Candle[]): number[] {
  return candles.map(({ openTime }) => (NOW - openTime) / LENGTH - 1);
}

/** A desk whose store has these candles, and a market that has those. */
async function desk(stored: readonly number[], traded: readonly number[]) {
  const bench = await createDeskBench({ signals: { timeframes: [TIMEFRAME], expireAfterCandles: 4 } });
  const context = { ...bench.context, baseTimeframe: TIMEFRAME } as const;
  await context.candles.append(SYMBOL, TIMEFRAME, stored.map(candle));
  const asked: string[] = [];
  const history = async (_: string, timeframe: string, since: number, limit: number) => {
    if (timeframe !== TIMEFRAME) return [];
    asked.push(`${(NOW - since) / LENGTH} candles`);
    return traded
      .map(candle)
      .filter(({ openTime }) => openTime >= since)
      .slice(0, limit);
  };
  const { settings } = await context.settings.current();
  const scan = async () => {
    const seen: NewestCandles[] = [];
    const judge = (candles: NewestCandles) => {
      seen.push(candles);
      return { signals: [], close: undefined };
    };
    await new ScanModels(context, { history }, settings, judge).judge(SYMBOL, TIMEFRAME);
    return seen.flatMap(({ own }) => numbers(candlesOfRows(own)));
  };
  const live = async () => {
    const { model } = await new WarmModels(context, { history }, 1000).make(SYMBOL, settings);
    const series = model.series(TIMEFRAME);
    if (series === undefined) return [];
    const count = series.length - series.firstIndex;
    return numbers(Array.from({ length: count }, (_, at) => series.candle(series.firstIndex + at)));
  };
  return { scan, live, asked };
}

describe.each(["scan", "live"] as const)("what a model knows (%s)", (kind) => {
  it("joins what the store lacks to what it has, with the holes of the market", async () => {
    const traded = [...ago(1000, 30), ...ago(20)];
    const made = await desk(ago(1100, 30), traded);
    const known = [...ago(1100, 30), ...ago(20)].slice(kind === "scan" ? -1005 : -1000);
    expect(await made[kind]()).toEqual(known);
    expect(made.asked).toEqual(["30 candles"]);
  });

  it("forgets the stored candles when the market's begin later than they end", async () => {
    const made = await desk(ago(3000, 2016), ago(3000));
    expect(await made[kind]()).toEqual(ago(999));
    expect(made.asked).toEqual(["1000 candles"]);
  });

  it("never sees them again, whoever reads the store next", async () => {
    const made = await desk(ago(3000, 2016), ago(3000));
    await made[kind]();
    expect(await made.scan()).toEqual(ago(999));
    expect(await made.live()).toEqual(ago(999));
    expect(made.asked).toEqual(["1000 candles"]);
  });

  it("joins over a closed market that is longer than it looks back", async () => {
    const made = await desk(ago(3000, 1900), [...ago(3000, 1890), ...ago(20)]);
    const known = [...ago(3000, 1890), ...ago(20)].slice(kind === "scan" ? -1005 : -1000);
    expect(await made[kind]()).toEqual(known);
    expect(made.asked).toEqual(["1000 candles", "1900 candles"]);
  });

  it("keeps the stored candles of a market that has nothing newer", async () => {
    const made = await desk(ago(3000, 1900), ago(3000, 1900));
    expect(await made[kind]()).toEqual(ago(3000, 1900).slice(kind === "scan" ? -1005 : -1000));
  });

  it("has few candles of a market that opened lately after a time of which nothing is stored", async () => {
    const made = await desk(ago(6000, 5000), [...ago(6000, 1900), ...ago(20)]);
    expect(await made[kind]()).toEqual(ago(20));
  });
});
