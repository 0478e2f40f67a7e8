import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { timeframeMs } from "../../src/engine/candles/timeframe.ts";
import { CompanionCandles } from "../../src/engine/model/companion-candles.ts";
import type { MarketData, MarketEvent } from "../../src/engine/ports.ts";
import { Companions } from "../../src/jobs/companions.ts";
import { LiveEngine } from "../../src/jobs/live-engine.ts";
import { generatedCandles } from "../engine/detect/generated-candles.ts";
import { BTC, createDeskBench, NOW } from "./desk-bench.ts";

const MINUTE = 60_000;

function minute(index: number): Candle {
  return { openTime: index * MINUTE, open: 1, high: 2, low: 0.5, close: 1, volume: 1 };
}

function companionOf(symbol: string): CompanionCandles {
  return new CompanionCandles({ symbol, baseTimeframe: "1m", timeframes: ["5m"], keep: 100 });
}

describe("companions", () => {
  it("hold a candle back until that of the companion is there", async () => {
    const companions = new Companions(async () => [], 60_000);
    companions.set("BTC/USDT", companionOf("ETH/USDT"));
    const seen: string[] = [];
    void companions.ready("BTC/USDT", minute(0).openTime)?.then(() => seen.push("judged"));
    await nextTurn();
    expect(seen).toEqual([]);
    await companions.take("SOL/USDT", minute(0));
    await nextTurn();
    expect(seen).toEqual([]);
    await companions.take("ETH/USDT", minute(0));
    await nextTurn();
    expect(seen).toEqual(["judged"]);
    expect(companions.ready("BTC/USDT", minute(0).openTime)).toBeUndefined();
    expect(companions.ready("ETH/USDT", minute(9).openTime)).toBeUndefined();
  });

  it("are not waited for longer than the patience", async () => {
    const companions = new Companions(async () => [], 1);
    companions.set("BTC/USDT", companionOf("ETH/USDT"));
    await companions.ready("BTC/USDT", 0);
  });

  it("take what was missed first, and nothing twice", async () => {
    const asked: number[][] = [];
    const companions = new Companions(async (_symbol, newestAt, openTime) => {
      asked.push([newestAt / MINUTE, openTime / MINUTE]);
      return newestAt === 0 && openTime > MINUTE ? [minute(1), minute(2), minute(3), minute(4)] : [];
    });
    const companion = companionOf("ETH/USDT");
    companions.set("BTC/USDT", companion);
    for (const index of [0, 5, 5, 3]) await companions.take("ETH/USDT", minute(index));
    expect(asked).toEqual([[0, 5]]);
    expect(companion.series("5m")?.length).toBe(1);
    expect(companion.newestAt).toBe(5 * MINUTE);
    expect([...companions.symbols]).toEqual(["ETH/USDT"]);
    companions.set("BTC/USDT", undefined);
    expect([...companions.symbols]).toEqual([]);
  });
});

/** Two made-up symbols that are each other's companions, told minute by minute in the order a test wants. */
async function pairDesk() {
  const from = NOW - 1000 * MINUTE;
  const series = new Map([
    [
      "BTC/USDT",
      generatedCandles(3, 4000, MINUTE).map((candle, at) => ({ ...candle, openTime: from + at * MINUTE })),
    ],
    [
      "ETH/USDT",
      generatedCandles(4, 4000, MINUTE).map((candle, at) => ({ ...candle, openTime: from + at * MINUTE })),
    ],
  ]);
  const bench = await createDeskBench({
    signals: {
      timeframes: ["5m"],
      companions: [
        { symbol: "BTC/USDT", companion: "ETH/USDT" },
        { symbol: "ETH/USDT", companion: "BTC/USDT" },
      ],
    },
    strategies: { smtDivergence: { enabled: true } },
  });
  const handlers: ((event: MarketEvent) => Promise<void>)[] = [];
  const market: MarketData = {
    baseTimeframe: "1m",
    instruments: async () => [],
    history: async (symbol, timeframe, since, limit) =>
      timeframe === "1m"
        ? (series.get(symbol) ?? [])
            .filter(({ openTime }) => openTime >= since && openTime + timeframeMs("1m") <= bench.clock.now())
            .slice(0, limit)
        : [],
    stream: (_symbols, handle, stop) => {
      handlers.push(handle);
      return new Promise((resolve) => stop.addEventListener("abort", () => resolve()));
    },
  };
  const decided: string[] = [];
  const instruments = new Map([BTC, { ...BTC, symbol: "ETH/USDT" }].map((each) => [each.symbol, each]));
  const context = { ...bench.context, baseTimeframe: "1m" as const, instruments };
  const judged: string[] = [];
  const engine = new LiveEngine(context, market, bench.execution, {
    warmUpCandles: 1000,
    onDecision: (symbol, signals) => {
      judged.push(symbol);
      decided.push(...signals.filter(({ strategy }) => strategy === "smt-divergence").map(({ id }) => id));
    },
  });
  await engine.follow({ judged: ["BTC/USDT", "ETH/USDT"], watched: ["BTC/USDT", "ETH/USDT"] });
  const tellAll = async (order: readonly string[]) => {
    for (let at = 1000; at < 4000; at += 1) {
      bench.clock.advance(MINUTE);
      for (const symbol of order) {
        const candle = series.get(symbol)?.[at];
        if (candle) await handlers.at(-1)?.({ type: "candle", symbol, candle });
      }
      await expect.poll(() => judged.length, { interval: 0 }).toBe(2 * (at - 999));
    }
  };
  return { decided, tellAll };
}

describe("a live engine with companions", () => {
  it("finds the same divergences whichever of two symbols closes first", async () => {
    const one = await pairDesk();
    await one.tellAll(["BTC/USDT", "ETH/USDT"]);
    const other = await pairDesk();
    await other.tellAll(["ETH/USDT", "BTC/USDT"]);
    expect(one.decided.length).toBeGreaterThan(0);
    expect(one.decided.toSorted()).toEqual(other.decided.toSorted());
  });
});
