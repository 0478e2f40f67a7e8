import { describe, expect, it } from "vitest";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { timeframeMs } from "../../src/engine/candles/timeframe.ts";
import type { MarketData, MarketEvent } from "../../src/engine/ports.ts";
import type { Signal } from "../../src/engine/signal.ts";
import { createAcceleratedClock } from "../../src/exchange/simulated/accelerated-clock.ts";
import { createSimulatedMarket } from "../../src/exchange/simulated/simulated-market.ts";
import { timerWait } from "../../src/exchange/wait.ts";
import { Decisions } from "../../src/jobs/decisions.ts";
import { LiveEngine } from "../../src/jobs/live-engine.ts";
import { SymbolStreams } from "../../src/jobs/symbol-streams.ts";
import type { TestClock } from "../fakes/test-clock.ts";
import { ANNA, createDeskBench, longSignal } from "./desk-bench.ts";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 0, 6, 15, 0);

/** The simulated market's past, told candle by candle by the test. */
async function engineDesk(
  symbols: readonly string[] = ["BTC/USDT"],
  onAsked: (asked: string, clock: TestClock) => void = () => undefined,
) {
  const bench = await createDeskBench({ signals: { timeframes: ["5m", "15m"] } });
  bench.clock.advance(NOW - bench.clock.now());
  const later = { now: () => NOW + 10 * 86_400_000 };
  const past = createSimulatedMarket({
    seed: "engine",
    clock: createAcceleratedClock({ startMs: NOW + 10 * 86_400_000, speed: 1, wall: later }),
    wait: timerWait,
  });
  const told: ((event: MarketEvent) => Promise<void>)[] = [];
  const asked: string[] = [];
  const market: MarketData = {
    baseTimeframe: "1m",
    instruments: past.instruments,
    history: async (symbol, timeframe, since, limit) => {
      asked.push(`${symbol} ${timeframe} ${limit}`);
      onAsked(`${symbol} ${timeframe}`, bench.clock);
      const found = await past.history(symbol, timeframe, since, limit);
      return found.filter(({ openTime }) => openTime + timeframeMs(timeframe) <= bench.clock.now());
    },
    stream: (_symbols, handle, stop) => {
      told.push(handle);
      return new Promise((resolve) => stop.addEventListener("abort", () => resolve()));
    },
  };
  const decided: Signal[] = [];
  const context = { ...bench.context, baseTimeframe: "1m" as const };
  const engine = new LiveEngine(context, market, bench.execution, {
    warmUpCandles: 1000,
    onDecision: (_symbol, signals) => void decided.push(...signals),
  });
  const minutes = (from: number, count: number): Promise<Candle[]> =>
    past.history(symbols[0] ?? "", "1m", from, count);
  const tell = async (candles: readonly Candle[]) => {
    for (const candle of candles) {
      bench.clock.advance(Math.max(0, candle.openTime + MINUTE - bench.clock.now()));
      await told.at(-1)?.({ type: "candle", symbol: symbols[0] ?? "", candle });
    }
  };
  await engine.follow({ judged: symbols, watched: symbols });
  return { bench, context, engine, minutes, tell, decided, asked };
}

describe("the live engine", () => {
  it("warms each timeframe up from its own candles and keeps them all", async () => {
    const { context } = await engineDesk();
    const counts = await Promise.all(
      (["1m", "5m", "15m"] as const).map(
        async (timeframe) => (await context.candles.newest("BTC/USDT", timeframe, 2000)).length,
      ),
    );
    expect(counts).toEqual([1000, 1000, 1000]);
  });

  it("leaves out what is not warmed up yet when it is told to stop", async () => {
    const stopping = new AbortController();
    const { engine, asked } = await engineDesk([], () => stopping.abort());
    const symbols = Array.from({ length: 30 }, (_, at) => `C${at}/USDT`);
    await engine.run(symbols, stopping.signal);
    // Eight are warmed up at a time.
    expect(new Set(asked.map((each) => each.split(" ")[0])).size).toBe(8);
    expect(engine.judged.length).toBe(8);
  });

  it("stores what closed while it read the past, which its model added up itself", async () => {
    // A quarter of an hour passes after its candles were read, before the minutes are.
    const { context, tell, minutes } = await engineDesk(["BTC/USDT"], (asked, clock) => {
      if (asked === "BTC/USDT 1h" && clock.now() === NOW) clock.advance(15 * MINUTE);
    });
    const newest = async () =>
      (await context.candles.newest("BTC/USDT", "15m", 2)).map(({ openTime }) => openTime);
    expect(await newest()).toEqual([NOW - 30 * MINUTE, NOW - 15 * MINUTE]);
    await tell(await minutes(NOW + 15 * MINUTE, 15));
    expect(await newest()).toEqual([NOW, NOW + 15 * MINUTE]);
  });

  it("goes on writing a higher timeframe that it only looks at", async () => {
    const { context, tell, minutes } = await engineDesk();
    const newest = async () => (await context.candles.newest("BTC/USDT", "1h", 1))[0]?.openTime;
    expect(await newest()).toBe(NOW - 60 * MINUTE);
    await tell(await minutes(NOW, 120));
    expect(await newest()).toBe(NOW + 60 * MINUTE);
  });

  it("gives the signals of one that never stopped after a restart in the middle of a candle", async () => {
    const whole = await engineDesk();
    await whole.tell(await whole.minutes(NOW, 1440));
    const cut = await engineDesk();
    await cut.tell(await cut.minutes(NOW, 607));
    const second = await engineDesk();
    second.bench.clock.advance(607 * MINUTE);
    await second.engine.follow({ judged: [], watched: [] });
    await second.engine.follow({ judged: ["BTC/USDT"], watched: ["BTC/USDT"] });
    await second.tell(await second.minutes(NOW + 607 * MINUTE, 1440 - 607));
    const ids = (signals: readonly Signal[]) => signals.map(({ id }) => id);
    expect(ids(whole.decided).length).toBeGreaterThan(3);
    expect([...ids(cut.decided), ...ids(second.decided)]).toEqual(ids(whole.decided));
  });

  it("judges what closed between the warm-up and the stream first, in order", async () => {
    const { engine, tell, minutes, context, asked } = await engineDesk();
    const later = await minutes(NOW, 8);
    await tell(later.slice(5));
    expect(asked).toContain("BTC/USDT 1m 5");
    expect(engine.counts.candles).toBe(8);
    const stored = await context.candles.newest("BTC/USDT", "1m", 8);
    expect(stored.map(({ openTime }) => (openTime - NOW) / MINUTE)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("tells a candle that it knows already nobody twice", async () => {
    const { engine, tell, minutes } = await engineDesk();
    const [first] = await minutes(NOW, 1);
    await tell(first ? [first, first] : []);
    expect(engine.counts.candles).toBe(1);
  });

  it("makes its models anew when the settings change, without a restart and without an old signal again", async () => {
    const { context, tell, minutes, decided } = await engineDesk();
    const { version } = await context.settings.current();
    await tell(await minutes(NOW, 300));
    const before = new Set(decided.map(({ id }) => id));
    await context.settings.change("signals.timeframes", ["5m", "15m", "30m"], ANNA, version);
    await tell(await minutes(NOW + 300 * MINUTE, 1140));
    const ids = decided.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(before.size).toBeGreaterThan(0);
    expect((await context.candles.newest("BTC/USDT", "30m", 10)).length).toBe(10);
  });
});

const unasked = () => {
  throw new Error("nothing is open");
};

describe("decisions of one moment", () => {
  it("are written before the best signal is taken first, and settled once for all", async () => {
    const log: string[] = [];
    const decisions = new Decisions({
      before: async (symbols) => void log.push(`before ${symbols.join(" ")}`),
      manage: async (closings) => void log.push(`manage ${closings.map(({ symbol }) => symbol).join(" ")}`),
      take: async (signals) => void log.push(...signals.map(({ id }) => id)),
      after: async (closedAt) => void log.push(`after ${closedAt}`),
    });
    const decision = (id: string, score: number, closedAt: number) => ({
      symbol: id === "low" ? "A" : "B",
      write: async () => void log.push(`write ${id}`),
      momentOf: unasked,
      signals: [longSignal({ id, score })],
      closedAt,
    });
    await Promise.all([
      decisions.add(decision("low", 20, 1)),
      decisions.add(decision("high", 90, 2)),
      decisions.add(decision("middle", 50, 1)),
    ]);
    const writes = ["write low", "write high", "write middle"];
    expect(log).toEqual([...writes, "before A B", "manage A B B", "high", "middle", "low", "after 2"]);
  });

  it("that fail are heard of by those who wait, and the next ones go on", async () => {
    let faults = 1;
    const decisions = new Decisions({
      before: async () => {
        if (faults-- > 0) throw new Error("store is away");
      },
      manage: async () => undefined,
      take: async () => undefined,
      after: async () => undefined,
    });
    const nothing = {
      symbol: "A",
      write: async () => undefined,
      momentOf: unasked,
      signals: [],
      closedAt: 1,
    };
    await expect(decisions.add(nothing)).rejects.toThrow("store is away");
    await decisions.add(nothing);
  });
});

describe("streams of symbols", () => {
  it("end only for the symbols that are left; the others of the stream go on", async () => {
    const log: string[] = [];
    const streams = new SymbolStreams(
      {
        stream: (symbols, _handle, stop) => {
          log.push(`follow ${symbols.join(" ")}`);
          return new Promise((resolve) => stop.addEventListener("abort", () => resolve()));
        },
      },
      async () => undefined,
    );
    streams.add(["A", "B", "C"]);
    streams.add(["D"]);
    await streams.remove(["B"]);
    expect(log).toEqual(["follow A B C", "follow D", "follow A C"]);
    expect([...streams.symbols].sort()).toEqual(["A", "C", "D"]);
    await streams.stop();
    await streams.wholeEnd();
  });

  it("tell when one of them broke", async () => {
    const stream = async () => Promise.reject(new Error("broken"));
    const streams = new SymbolStreams({ stream }, async () => undefined);
    streams.add(["A"]);
    await expect(streams.wholeEnd()).rejects.toThrow("broken");
  });
});
