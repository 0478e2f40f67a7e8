import { describe, expect, it } from "vitest";
import { aggregateCandles } from "../../src/engine/candles/aggregate.ts";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../src/engine/candles/timeframe.ts";
import { signalsOfDay } from "../../src/engine/model/replay-day.ts";
import type { MarketData, MarketEvent } from "../../src/engine/ports.ts";
import type { Signal } from "../../src/engine/signal.ts";
import { strategySettingsSchema } from "../../src/engine/strategy/registry.ts";
import { readDay } from "../../src/jobs/day-candles.ts";
import { createJudgeThreads } from "../../src/jobs/judge-threads/judge-threads.ts";
import { LiveEngine } from "../../src/jobs/live-engine.ts";
import { ScanModels } from "../../src/jobs/scan-models.ts";
import { generatedCandles } from "../engine/detect/generated-candles.ts";
import { BTC, createDeskBench, NOW } from "./desk-bench.ts";

const MINUTE = 60_000;
const SYMBOLS = ["BTC/USDT", "ETH/USDT"];
/** A thousand hours and more: so much the live model knows of its higher timeframe. */
const PAST = 61_440;
const PLAYED = 720;
const TIMEFRAMES = ["5m", "15m"] as const;

/** Minutes without a hole of two made-up symbols, with half a day of them after the desk's now. */
function minutesOf(seed: number): readonly Candle[] {
  const from = NOW - PAST * MINUTE;
  return generatedCandles(seed, PAST + PLAYED, MINUTE).map((candle, at) => ({
    ...candle,
    openTime: from + at * MINUTE,
  }));
}

/** A market that tells what has closed, on every timeframe. */
function marketOf(series: ReadonlyMap<string, readonly Candle[]>, now: () => number) {
  const known = new Map<string, readonly Candle[]>();
  const handlers: ((event: MarketEvent) => Promise<void>)[] = [];
  const candlesOf = (symbol: string, timeframe: Timeframe) => {
    const name = `${symbol} ${timeframe}`;
    const candles = known.get(name) ?? aggregateCandles(series.get(symbol) ?? [], "1m", timeframe);
    known.set(name, candles);
    return candles;
  };
  const market: MarketData = {
    baseTimeframe: "1m",
    instruments: async () => [],
    history: async (symbol, timeframe, since, limit) =>
      candlesOf(symbol, timeframe)
        .filter(({ openTime }) => openTime >= since && openTime + timeframeMs(timeframe) <= now())
        .slice(0, limit),
    stream: (_symbols, handle, stop) => {
      handlers.push(handle);
      return new Promise((resolve) => stop.addEventListener("abort", () => resolve()));
    },
  };
  return { market, tell: (event: MarketEvent) => handlers.at(-1)?.(event) };
}

/** What must be equal: the model's own numbers of its candles, and averages that remember the start, may differ. */
function essence({ id, entry, stop, targets, score, parts, reasons, endsOn, expiresAt }: Signal) {
  return { id, entry, stop, targets, score, parts, reasons, endsOn, expiresAt };
}

function atMoment(signals: readonly Signal[], at: number): readonly Essence[] {
  return signals
    .filter(({ knownAt }) => knownAt === at)
    .map(essence)
    .sort((one, other) => one.id.localeCompare(other.id));
}

type Essence = ReturnType<typeof essence>;

interface Moment {
  readonly at: number;
  readonly live: readonly Essence[];
  readonly scanned: readonly Essence[];
}

interface Played {
  readonly moments: readonly Moment[];
  /** Everything that the live engine raised for the first symbol. */
  readonly live: readonly Essence[];
  /** The same hours as `/replay` plays them. */
  readonly replayed: readonly Essence[];
}

/** A live engine that follows two symbols for half a day; at each quarter of an hour both are scanned too. */
async function playedHours(): Promise<Played> {
  const everyOne = Object.keys(strategySettingsSchema.shape).map((name) => [name, { enabled: true }]);
  const bench = await createDeskBench({
    signals: {
      timeframes: TIMEFRAMES,
      companions: [
        { symbol: "BTC/USDT", companion: "ETH/USDT" },
        { symbol: "ETH/USDT", companion: "BTC/USDT" },
      ],
    },
    strategies: Object.fromEntries(everyOne),
  });
  const series = new Map(SYMBOLS.map((symbol, at) => [symbol, minutesOf(3 + at)]));
  const { market, tell } = marketOf(series, () => bench.clock.now());
  const instruments = new Map(SYMBOLS.map((symbol) => [symbol, { ...BTC, symbol }]));
  const context = { ...bench.context, baseTimeframe: "1m" as const, instruments };
  const raised: Signal[] = [];
  const engine = new LiveEngine(context, market, bench.execution, {
    warmUpCandles: 1000,
    onDecision: (_symbol, signals) => raised.push(...signals),
  });
  await engine.follow({ judged: SYMBOLS, watched: SYMBOLS });
  const { settings } = await context.settings.current();
  const silent = { history: () => Promise.reject(new Error("the store has everything")) };
  const threads = createJudgeThreads(1);
  const moments: Moment[] = [];
  for (let played = 0; played < PLAYED; played += 1) {
    bench.clock.advance(MINUTE);
    for (const symbol of SYMBOLS) {
      const candle = series.get(symbol)?.[PAST + played];
      if (candle !== undefined) await tell({ type: "candle", symbol, candle });
    }
    const at = bench.clock.now();
    if (at % timeframeMs("15m") !== 0) continue;
    for (const symbol of SYMBOLS) await stored(context.candles, symbol, at);
    const models = new ScanModels(context, silent, settings, threads.judge);
    const found: Signal[] = [];
    for (const symbol of SYMBOLS) {
      for (const timeframe of TIMEFRAMES) found.push(...(await models.judge(symbol, timeframe)).signals);
    }
    moments.push({ at, live: atMoment(raised, at), scanned: atMoment(found, at) });
  }
  await engine.stop();
  await threads.close();
  const day = { from: NOW, until: bench.clock.now() };
  const [symbol = "", companion = ""] = SYMBOLS;
  const read = (name: string) => readDay(market, name, "1m", TIMEFRAMES, day);
  const replayed = signalsOfDay(await read(symbol), day.until, {
    symbol,
    timeframes: TIMEFRAMES,
    settings,
    timeZones: context.timeZones,
    companion: { symbol: companion, candles: await read(companion) },
  });
  const live = raised.filter((signal) => signal.symbol === symbol);
  return { moments, live: live.map(essence), replayed: replayed.map(essence) };
}

/** The live engine writes what it has judged a moment later. */
async function stored(
  candles: Awaited<ReturnType<typeof createDeskBench>>["context"]["candles"],
  symbol: string,
  at: number,
): Promise<void> {
  const newest = async () => (await candles.newest(symbol, "15m", 1))[0]?.openTime;
  await expect.poll(newest, { interval: 0 }).toBe(at - timeframeMs("15m"));
}

describe("a scan and a replay beside the live engine over the same stored candles", () => {
  it("raise the same signals at every close, with the same prices, scores and parts", async () => {
    const { moments, live, replayed } = await playedHours();
    expect(moments).toHaveLength(PLAYED / 15);
    expect(moments.map(({ at, scanned }) => ({ at, signals: scanned }))).toEqual(
      moments.map(({ at, live }) => ({ at, signals: live })),
    );
    const signals = moments.flatMap(({ scanned }) => scanned);
    const whyBias = signals.map(({ parts }) => parts[0]?.why);
    expect(new Set(whyBias.map((why) => why?.key))).toEqual(new Set(["reason-higher-bias"]));
    expect(new Set(whyBias.map((why) => why?.args?.timeframe))).toEqual(new Set(["1h"]));
    expect(signals.map(({ id }) => id.split("|")[2])).toContain("smt-divergence");
    expect(signals).toHaveLength(18);
    expect(live).toHaveLength(10);
    expect(replayed).toEqual(live);
  }, 120_000);
});
