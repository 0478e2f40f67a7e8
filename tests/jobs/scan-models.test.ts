import { describe, expect, it } from "vitest";
import { aggregateCandles } from "../../src/engine/candles/aggregate.ts";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../src/engine/candles/timeframe.ts";
import { createJudge } from "../../src/jobs/judge.ts";
import { ScanModels } from "../../src/jobs/scan-models.ts";
import { candlesOf, type Prices } from "../engine/detect/fixture.ts";
import { flat } from "../engine/strategy/candle-story.ts";
import { createDeskBench, NOW } from "./desk-bench.ts";

const SYMBOL = "BTC/USDT";

/** Nothing for days, then an order block 99.4 to 100.2 that price comes back to. */
const TOUCH: readonly Prices[] = [
  ...flat(1010),
  [100, 100.2, 99.4, 99.6],
  [99.6, 102.2, 99.5, 102],
  [102, 102.5, 101.5, 102.2],
  [102.2, 102.3, 100, 101],
];
/** A high of 106 that breaks, and then nothing for longer than a thousand candles of five minutes. */
const BREAK_LONG_AGO: readonly Prices[] = [
  ...flat(10),
  [100, 106, 99.9, 100],
  ...flat(6),
  [100, 107.5, 99.8, 107],
  [107, 107, 99.9, 100],
  ...flat(100),
];

/** The last one closes `ago` before now. */
function endingAt(rows: readonly Prices[], timeframe: Timeframe, ago = 0): Candle[] {
  const start = new Date(NOW - ago - rows.length * timeframeMs(timeframe)).toISOString();
  return candlesOf(rows, { timeframe, start });
}

/** A desk whose store has these candles, and a market that answers with the hours. */
async function scanned(hours: readonly Candle[]) {
  const { context } = await createDeskBench();
  const own = endingAt(TOUCH, "5m");
  await context.candles.append(SYMBOL, "5m", own);
  await context.candles.append(SYMBOL, "15m", aggregateCandles(own.slice(1), "5m", "15m"));
  await context.candles.append(SYMBOL, "1h", hours);
  const [reads, asked]: [string[], string[]] = [[], []];
  const candles = Object.assign(Object.create(context.candles), {
    newestRows: (symbol: string, timeframe: Timeframe, limit: number) => {
      reads.push(`${symbol} ${timeframe}`);
      return context.candles.newestRows(symbol, timeframe, limit);
    },
  });
  const market = {
    history: async (symbol: string, timeframe: Timeframe) => {
      asked.push(`${symbol} ${timeframe}`);
      return endingAt(BREAK_LONG_AGO, "1h");
    },
  };
  const { settings } = await context.settings.current();
  const models = () => new ScanModels({ ...context, candles }, market, settings, createJudge(context));
  return { models, reads, asked };
}

async function biasOf(models: ScanModels) {
  const { signals, close } = await models.judge(SYMBOL, "5m");
  expect(close).toBe(101);
  const touch = signals.find(({ strategy, knownAt }) => strategy === "order-block-touch" && knownAt === NOW);
  return touch?.parts[0];
}

const FROM_HOURS = {
  name: "higher-timeframe-bias",
  points: 20,
  maxPoints: 20,
  why: { key: "reason-higher-bias", args: { timeframe: "1h", bias: "bullish", level: 106 } },
};

describe("the models of a scan", () => {
  it("look at the higher timeframe's own candles, which reach further back", async () => {
    const { models, asked } = await scanned(endingAt(BREAK_LONG_AGO, "1h"));
    expect(await biasOf(models())).toEqual(FROM_HOURS);
    expect(asked).toEqual([]);
  });

  it("add up what the higher timeframe lacks at its end, and ask nobody for it", async () => {
    const { models, asked } = await scanned(endingAt(BREAK_LONG_AGO, "1h", 20 * timeframeMs("1h")));
    expect(await biasOf(models())).toEqual(FROM_HOURS);
    expect(asked).toEqual([]);
  });

  it("ask the market once for a higher timeframe that is not stored", async () => {
    const { models, asked } = await scanned([]);
    expect(await biasOf(models())).toEqual(FROM_HOURS);
    expect(await biasOf(models())).toEqual(FROM_HOURS);
    expect(asked).toEqual([`${SYMBOL} 1h`]);
  });

  it("share what the timeframes of a symbol have in common, and read it anew at the next look", async () => {
    const { models, reads } = await scanned(endingAt(BREAK_LONG_AGO, "1h"));
    const one = models();
    for (const timeframe of ["5m", "15m", "1h"] as const) await one.judge(SYMBOL, timeframe);
    expect(reads).toEqual(["5m", "1h", "15m", "4h"].map((timeframe) => `${SYMBOL} ${timeframe}`));
    await models().judge(SYMBOL, "5m");
    expect(reads.slice(4)).toEqual([`${SYMBOL} 5m`, `${SYMBOL} 1h`]);
  });

  it("end a setup at the targets that the desk would trade, not at those of the strategy", async () => {
    const held = [...TOUCH, [101, 102.3, 100.8, 101.2]] satisfies readonly Prices[];
    const standing = async (management: object) => {
      const { context } = await createDeskBench({ management });
      await context.candles.append(SYMBOL, "5m", endingAt(held, "5m"));
      const { settings } = await context.settings.current();
      const models = new ScanModels(context, { history: async () => [] }, settings, createJudge(context));
      const { signals } = await models.judge(SYMBOL, "5m");
      return signals.filter(({ strategy }) => strategy === "order-block-touch").map(({ targets }) => targets);
    };
    // One percent from 101: the last candle has reached it.
    expect(await standing({})).toEqual([]);
    const [targets] = await standing({ targetsR: [2] });
    expect(targets?.map((target) => target > 102.3)).toEqual([true]);
  });

  it("find nothing where there are no candles", async () => {
    const { context } = await createDeskBench();
    const { settings } = await context.settings.current();
    const models = new ScanModels(context, { history: async () => [] }, settings, createJudge(context));
    expect(await models.judge(SYMBOL, "5m")).toEqual({ signals: [], close: undefined });
  });
});
