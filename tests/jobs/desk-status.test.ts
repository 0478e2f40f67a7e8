import { expect, it } from "vitest";
import { createDeskBench, NOW } from "./desk-bench.ts";

it("says that the feed is fresh until three candles are missing", async () => {
  const desk = await createDeskBench();
  await desk.context.candles.setPrice("BTC/USDT", 100, NOW);
  const isFreshAfter = async (ms: number) => {
    desk.clock.advance(ms);
    return (await desk.control.status()).isFeedFresh;
  };
  expect(await isFreshAfter(3 * 900_000)).toBe(true);
  expect(await isFreshAfter(1)).toBe(false);
});

it("counts from the start while no candle has come", async () => {
  const desk = await createDeskBench();
  expect(await desk.control.status()).toMatchObject({ isFeedFresh: true });
  desk.clock.advance(3 * 900_000 + 1);
  expect(await desk.control.status()).toMatchObject({ isFeedFresh: false });
});
