import { beforeEach, describe, expect, it } from "vitest";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { timeframeMs } from "../../src/engine/candles/timeframe.ts";
import { ANNA, createDeskBench, type DeskBench, longSignal, NOW } from "./desk-bench.ts";

let desk: DeskBench;

/** A position of 10 at 100 with the stop at 98 and the targets of the settings. */
async function opened(management: Record<string, unknown>, signal = longSignal()): Promise<string> {
  desk = await createDeskBench({ management });
  const id = await desk.raise(signal);
  await desk.control.approve(id, 1, 1, ANNA);
  await desk.settle();
  desk.clock.advance(1000);
  await desk.trade(100);
  return id;
}

/** A quarter of an hour later a candle closes at the price, having been as high as `high`. */
async function close(price: number, high = price): Promise<void> {
  const openTime = desk.clock.now();
  desk.clock.advance(timeframeMs("15m"));
  await desk.trade(price);
  const candle: Candle = { openTime, open: price, high, low: price, close: price, volume: 1 };
  await desk.execution.manage([
    { symbol: "BTC/USDT", momentOf: () => ({ candle, atr: 1, swing: () => undefined }) },
  ]);
  await desk.settle();
}

const working = async () =>
  (await desk.paper.openOrders()).map(({ type, price, quantity }) => [type, price, quantity]);
const loaded = (id: string) => desk.context.ledger.load(id);

describe("a position on the paper exchange", () => {
  beforeEach(async () => {
    desk = await createDeskBench();
  });

  it("moves its stop to break-even: one stop is left, at the entry", async () => {
    const id = await opened({ breakEvenAfterR: 1 });
    await close(101, 102);
    expect(await working()).toEqual([
      ["take-profit", "104", "10"],
      ["stop", "100", "10"],
    ]);
    expect(await loaded(id)).toMatchObject({
      state: "open",
      protectedAt: "100",
      stop: { reason: "break-even" },
    });
  });

  it("trails by range, and is stopped in profit", async () => {
    const id = await opened({ trailBy: "atr", trailDistance: 0.5, trailAfterR: 0.5 });
    await close(101);
    await close(103);
    await desk.trade(102.4);
    expect((await loaded(id))?.result).toEqual({ pnl: "24", r: 1.2, reason: "stop" });
    expect(await working()).toEqual([]);
  });

  it("takes shares out at targets in R and lets the rest run", async () => {
    const id = await opened({ targetsR: [1, 2], targetShares: [50, 25], breakEvenAfterTarget: 1 });
    await desk.trade(102);
    expect(await loaded(id)).toMatchObject({ state: "open", exitQuantity: "5", protectedAt: "100" });
    await desk.trade(104);
    expect(await working()).toEqual([["stop", "100", "5"]]);
    await desk.trade(100);
    expect((await loaded(id))?.result).toMatchObject({ pnl: "20", r: 1, reason: "stop" });
  });

  it("is closed when it went nowhere in time", async () => {
    const id = await opened({ timeStopCandles: 2 });
    await close(100.5);
    expect((await loaded(id))?.state).toBe("open");
    await close(100.3);
    await desk.trade(100.3);
    expect((await loaded(id))?.result).toMatchObject({ pnl: "3", reason: "time" });
  });

  it("is closed when its session ends, by the clock of the session", async () => {
    // 14:00 UTC on 3 March is 09:00 in New York; the session of the setup ends at 10:00 there by default.
    const session = "new-york-am";
    const id = await opened({ closeAtSessionEnd: true }, longSignal({ session }));
    const endsAt = (await loaded(id))?.management?.closeAt ?? 0;
    expect(new Date(endsAt).toISOString()).toBe("2026-03-03T15:00:00.000Z");
    await close(100.5);
    expect((await loaded(id))?.state).toBe("open");
    desk.clock.advance(endsAt - desk.clock.now());
    await desk.execution.advance(id);
    await desk.trade(100.5);
    expect((await loaded(id))?.result?.reason).toBe("session-end");
  });

  it("keeps the plan it was approved with when the settings change", async () => {
    const id = await opened({ breakEvenAfterR: 1 });
    await desk.context.settings.change("management.breakEvenAfterR", 0, ANNA, 0);
    await close(101, 102);
    expect((await loaded(id))?.protectedAt).toBe("100");
  });

  it("gives the same trade from the same candles, bit for bit", async () => {
    const lives: unknown[] = [];
    for (let run = 0; run < 2; run += 1) {
      const id = await opened({ trailBy: "percent", trailDistance: 1, trailAfterR: 0.5 });
      for (const price of [101, 102.5, 103, 102.2]) await close(price);
      lives.push([await loaded(id), await desk.context.ledger.events(id)]);
    }
    expect(lives[0]).toEqual(lives[1]);
    expect(desk.clock.now()).toBe(NOW + 1000 + 4 * 900_000);
  });
});
