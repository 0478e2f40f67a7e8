import { describe, expect, it } from "vitest";
import { TimeZones } from "../../src/engine/clock/time-zone.ts";
import { DeskError } from "../../src/engine/errors.ts";
import { signalsOfDay } from "../../src/engine/model/replay-day.ts";
import type { OutgoingMessage } from "../../src/engine/ports/chat.ts";
import type { DayReplayReport, ReplayedSetup } from "../../src/engine/ports/day-replay.ts";
import type { MarketData } from "../../src/engine/ports.ts";
import { createAcceleratedClock } from "../../src/exchange/simulated/accelerated-clock.ts";
import { createSimulatedMarket } from "../../src/exchange/simulated/simulated-market.ts";
import { timerWait } from "../../src/exchange/wait.ts";
import { readDay } from "../../src/jobs/day-candles.ts";
import { DayReplays } from "../../src/jobs/day-replays.ts";
import { TestClock } from "../fakes/test-clock.ts";
import { BTC, createDeskBench, NOW } from "./desk-bench.ts";

const ADDRESS = { platform: "web", chatId: "local" } as const;
const SYMBOL = "BTC/USDT";
/** Two days before the desk's now; New York is five hours behind. */
const DATE = "2026-03-01";
const FROM = Date.UTC(2026, 2, 1, 5);
const HOUR = 3_600_000;

function simulated(): Pick<MarketData, "history"> {
  const clock = new TestClock(NOW);
  return createSimulatedMarket({
    seed: "replays",
    clock: createAcceleratedClock({ startMs: NOW, speed: 1, wall: clock }),
    wait: timerWait,
  });
}

async function replayDesk(market = simulated(), settings: Record<string, unknown> = {}) {
  const bench = await createDeskBench(settings);
  const replays = new DayReplays(bench.context, { market, stepMs: 0 });
  replays.serve([bench.chat]);
  const messages = () => [...bench.chat.shown.values()];
  const reports = () => messages().flatMap(reportIn);
  const ended = () => expect.poll(() => reports().at(-1)?.status, { timeout: 20_000 }).not.toBe("running");
  return { ...bench, replays, reports, ended, setups: () => messages().flatMap(setupIn) };
}

function reportIn({ content }: OutgoingMessage): DayReplayReport[] {
  return content.kind === "replay" ? [content.report] : [];
}

function setupIn({ content }: OutgoingMessage): ReplayedSetup[] {
  return content.kind === "replayed-setup" ? [content.setup] : [];
}

describe("the replay of a day", () => {
  it("shows the clock in one message and each setup of the day in one of its own, with its picture", async () => {
    const { replays, reports, ended, setups, pictures, chat } = await replayDesk();
    expect(await replays.begin(SYMBOL, DATE, ADDRESS)).toBe("begun");
    await ended();
    const [report, ...more] = reports();
    expect(more).toEqual([]);
    expect(report).toMatchObject({ symbol: SYMBOL, date: DATE, from: FROM, until: FROM + 24 * HOUR });
    expect(report).toMatchObject({ status: "done", at: FROM + 24 * HOUR });
    expect(setups().length).toBeGreaterThan(0);
    expect(setups()).toEqual(report?.setups);
    expect(setups().every(({ signal }) => signal.knownAt > FROM && signal.knownAt <= FROM + 24 * HOUR)).toBe(
      true,
    );
    expect(chat.calls.filter((call) => call === "edit local 1")).toHaveLength(49);
    expect(pictures.drawn.length).toBeGreaterThanOrEqual(setups().length);
  });

  it("draws a setup over the candles of then, and what followed only once it has ended", async () => {
    const { replays, ended, pictures } = await replayDesk();
    await replays.begin(SYMBOL, DATE, ADDRESS);
    await ended();
    const drawn = pictures.drawn.flatMap((request) => (request.kind === "signal" ? [request.input] : []));
    const firstOf = new Map(drawn.toReversed().map((input) => [input.signal?.id, input]));
    for (const { signal, candles } of firstOf.values()) {
      const last = candles.at(-1);
      expect(last && last.openTime < (signal?.knownAt ?? 0)).toBe(true);
      expect(last?.close).toBe(signal?.entryType === "market" ? signal.entry : last?.close);
    }
    expect(drawn.length).toBeGreaterThan(firstOf.size);
  });

  it("raises what a model raises that has run without a break", async () => {
    const market = simulated();
    const { context } = await createDeskBench();
    const { settings } = await context.settings.current();
    const rules = { symbol: SYMBOL, timeframes: ["5m"] as const, settings, timeZones: new TimeZones() };
    const two = { from: FROM - 24 * HOUR, until: FROM + 24 * HOUR };
    const whole = signalsOfDay(await readDay(market, SYMBOL, "1m", ["5m"], two), two.until, rules);
    const one = { from: FROM, until: FROM + 24 * HOUR };
    const day = signalsOfDay(await readDay(market, SYMBOL, "1m", ["5m"], one), one.until, rules);
    expect(day.length).toBeGreaterThan(0);
    expect(day.map(({ id }) => id)).toEqual(
      whole.filter(({ knownAt }) => knownAt > FROM).map(({ id }) => id),
    );
  });

  it("compares with the companion of the symbol, as the live engine does", async () => {
    const market = simulated();
    const read: string[] = [];
    const history: MarketData["history"] = (symbol, ...rest) => {
      read.push(symbol);
      return market.history(symbol, ...rest);
    };
    const off = { enabled: false };
    const { replays, ended, setups, context } = await replayDesk(
      { history },
      {
        signals: { companions: [{ symbol: SYMBOL, companion: "ETH/USDT" }] },
        strategies: {
          orderBlockTouch: off,
          sweepReversal: off,
          silverBullet: off,
          breakerRetest: off,
          judasSwing: off,
          smtDivergence: { enabled: true },
        },
      },
    );
    Object.assign(context, {
      instruments: new Map(context.instruments).set("ETH/USDT", { ...BTC, symbol: "ETH/USDT" }),
    });
    await replays.begin(SYMBOL, DATE, ADDRESS);
    await ended();
    expect(new Set(read)).toEqual(new Set([SYMBOL, "ETH/USDT"]));
    expect(setups().length).toBeGreaterThan(0);
    expect(new Set(setups().map(({ signal }) => signal.strategy))).toEqual(new Set(["smt-divergence"]));
  });

  it("plays the day without a companion that cannot be read, and says so", async () => {
    const market = simulated();
    let fault: Error = new DeskError("market-unavailable");
    const history: MarketData["history"] = async (symbol, ...rest) => {
      if (symbol === "ETH/USDT") throw fault;
      return market.history(symbol, ...rest);
    };
    const companions = [{ symbol: SYMBOL, companion: "ETH/USDT" }];
    const paired = await replayDesk({ history }, { signals: { companions } });
    Object.assign(paired.context, {
      instruments: new Map(paired.context.instruments).set("ETH/USDT", { ...BTC, symbol: "ETH/USDT" }),
    });
    expect(await paired.replays.begin(SYMBOL, DATE, ADDRESS)).toBe("begun");
    await paired.ended();
    const alone = await replayDesk(market);
    await alone.replays.begin(SYMBOL, DATE, ADDRESS);
    await alone.ended();
    const [without] = alone.reports();
    expect(without).not.toHaveProperty("missingCompanion");
    expect(paired.reports()).toEqual([
      { ...without, id: paired.reports()[0]?.id, missingCompanion: "ETH/USDT" },
    ]);
    fault = new TypeError("a fault of the desk");
    await expect(paired.replays.begin(SYMBOL, DATE, ADDRESS)).rejects.toBe(fault);
  });

  it("stops when it is told to, once, and lets the next one begin", async () => {
    const { replays, reports, ended } = await replayDesk();
    expect(await replays.begin(SYMBOL, DATE, ADDRESS)).toBe("begun");
    expect(await replays.begin(SYMBOL, DATE, ADDRESS)).toBe("busy");
    await expect.poll(() => reports().length).toBe(1);
    const id = reports()[0]?.id ?? "";
    expect(replays.stop(id)).toBe(true);
    expect(replays.stop(id)).toBe(false);
    await ended();
    expect(reports()[0]?.status).toBe("stopped");
    expect(await replays.begin(SYMBOL, DATE, ADDRESS)).toBe("begun");
    await ended();
  });

  it("says when a day lies ahead or has no candles, and is free again", async () => {
    const { replays, chat } = await replayDesk({ history: async () => [] });
    expect(await replays.begin(SYMBOL, "2026-03-04", ADDRESS)).toBe("not-yet");
    expect(await replays.begin(SYMBOL, DATE, ADDRESS)).toBe("no-candles");
    expect(await replays.begin(SYMBOL, DATE, ADDRESS)).toBe("no-candles");
    expect(chat.calls).toEqual([]);
  });

  it("waits where the chat asks for patience, and shows everything all the same", async () => {
    const { replays, ended, setups, reports, chat } = await replayDesk();
    let calls = 0;
    chat.fail = () => {
      calls += 1;
      return calls % 2 === 0 ? new DeskError("chat-rate-limited", {}, { retryAfterMs: 1 }) : undefined;
    };
    await replays.begin(SYMBOL, DATE, ADDRESS);
    await ended();
    expect(reports()[0]?.status).toBe("done");
    expect(setups()).toEqual(reports()[0]?.setups);
  });

  it("ends where the chat cannot be reached, and is free again", async () => {
    const { replays, chat } = await replayDesk();
    chat.fail = () => new Error("gone");
    expect(await replays.begin(SYMBOL, DATE, ADDRESS)).toBe("begun");
    await expect.poll(() => replays.begin(SYMBOL, "2026-03-04", ADDRESS)).toBe("not-yet");
  });
});
