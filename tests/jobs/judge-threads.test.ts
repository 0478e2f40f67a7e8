import { afterEach, describe, expect, it } from "vitest";
import { aggregateCandles } from "../../src/engine/candles/aggregate.ts";
import { type CandleRows, candleRows } from "../../src/engine/candles/candle-rows.ts";
import type { Timeframe } from "../../src/engine/candles/timeframe.ts";
import { TimeZones } from "../../src/engine/clock/time-zone.ts";
import type { NewestCandles } from "../../src/engine/scan/judge-newest.ts";
import { settingsSchema } from "../../src/engine/settings/settings.ts";
import { createJudge } from "../../src/jobs/judge.ts";
import { createJudgeThreads, type JudgeThreads } from "../../src/jobs/judge-threads/judge-threads.ts";
import { generatedCandles } from "../engine/detect/generated-candles.ts";

const MINUTE = 60_000;
const open: JudgeThreads[] = [];

function threads(count: number): JudgeThreads {
  const made = createJudgeThreads(count);
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

function newestCandles(seed: number): NewestCandles {
  const own = generatedCandles(seed, 1021, 15 * MINUTE);
  const higher = new Map<Timeframe, CandleRows>([["1h", candleRows(aggregateCandles(own, "15m", "1h"))]]);
  const rows = candleRows(generatedCandles(seed + 1, 1021, 15 * MINUTE));
  return {
    symbol: `S${seed}/USDT`,
    timeframe: "15m",
    own: candleRows(own),
    higher,
    companion: { symbol: "B/USDT", rows },
  };
}

const here = createJudge({ timeZones: new TimeZones() });
const all = settingsSchema.parse({});
const fewer = settingsSchema.parse({ strategies: { orderBlockTouch: { enabled: false } } });

describe("judging in threads", () => {
  it("gives what judging here gives, for the settings of each order, and leaves the candles to the asker", async () => {
    const { judge } = threads(2);
    const candles = Array.from({ length: 24 }, (_, seed) => newestCandles(seed));
    let signals = 0;
    for (const settings of [all, fewer, all]) {
      const judged = await Promise.all(candles.map((each) => judge(each, settings)));
      expect(judged).toEqual(candles.map((each) => here(each, settings)));
      signals += judged.reduce((sum, each) => sum + each.signals.length, 0);
    }
    expect(signals).toBe(12);
    const judged = await Promise.all(candles.map((each) => judge(each, fewer)));
    const strategies = judged.flatMap(({ signals: found }) => found.map(({ strategy }) => strategy));
    expect(strategies.length).toBeGreaterThan(0);
    expect(strategies).not.toContain("order-block-touch");
  });

  it("finds nothing without candles", async () => {
    const none = { ...newestCandles(1), own: candleRows([]), higher: new Map() };
    expect(await threads(1).judge(none, all)).toEqual({ signals: [], close: undefined });
  });

  it("rejects what cannot be judged and goes on with the next", async () => {
    const { judge } = threads(1);
    const { own, ...rest } = newestCandles(1);
    const unordered = { ...rest, own: own.toReversed() };
    await expect(judge(unordered, all)).rejects.toThrow("does not rise");
    expect((await judge(newestCandles(2), all)).close).toBeDefined();
  });
});
