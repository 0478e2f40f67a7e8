import { expect, it } from "vitest";
import { ANNA, createDeskBench, longSignal, NOW } from "./desk-bench.ts";

function candle(at: number, high: number, low: number) {
  return { openTime: NOW + at * 900_000, open: 100, high, low, close: 100, volume: 1 };
}

it("says of each reason what its setups would have made", async () => {
  const desk = await createDeskBench();
  const skipped = await desk.raise();
  await desk.control.skip(skipped, 1, ANNA);
  await desk.control.pause(undefined, undefined, ANNA);
  await desk.raise(longSignal({ id: "denied", knownAt: NOW + 900_000 }));
  await desk.context.candles.append("BTC/USDT", "15m", [
    candle(-1, 101, 99),
    candle(0, 104, 99),
    candle(1, 101, 98),
  ]);
  const { groups, since } = await desk.control.vetoes();
  expect(groups).toEqual([
    { reason: { key: "denied-paused" }, count: 1, won: 0, lost: 1, r: -1, unknown: 0 },
    {
      reason: { key: "reason-left-aside", args: { reason: "skipped" } },
      count: 1,
      won: 1,
      lost: 0,
      r: 2,
      unknown: 0,
    },
  ]);
  expect(since).toBe(NOW);
});

it("says how many are too old to be followed", async () => {
  const desk = await createDeskBench();
  await desk.control.skip(await desk.raise(), 1, ANNA);
  await desk.context.candles.append("BTC/USDT", "15m", [candle(5, 101, 99)]);
  expect((await desk.control.vetoes()).groups).toMatchObject([{ count: 1, unknown: 1, r: 0 }]);
});

it("has nothing to say before anything was left aside", async () => {
  const desk = await createDeskBench();
  await desk.raise();
  expect(await desk.control.vetoes()).toEqual({ groups: [] });
});
