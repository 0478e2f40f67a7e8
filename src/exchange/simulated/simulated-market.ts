import type { MarketData, MarketEvent } from "../../engine/ports/market-data.ts";
import type { Wait } from "../wait.ts";
import type { AcceleratedClock } from "./accelerated-clock.ts";
import { MINUTE_MS } from "./market-hours.ts";
import { minuteEvents, type TimedEvent } from "./minute-events.ts";
import { createSimulatedHistory, type SimulatedHistory } from "./simulated-history.ts";
import { SIMULATED_SYMBOLS } from "./simulated-symbols.ts";

export interface SimulatedMarketOptions {
  /** The same seed is the same market, always. */
  readonly seed: string;
  /** Its time is the market's time; it only passes while something streams. */
  readonly clock: AcceleratedClock;
  readonly wait: Wait;
}

/**
 * An invented market that needs no file and no network: sessions, trends, clusters of volatility, displacement
 * legs, gaps, weekends. It begins on 2020-01-01 and never ends. A stream gives what comes after the clock's
 * time; to go on after a restart, start the clock at the last time that was seen.
 */
export function createSimulatedMarket({ seed, clock, wait }: SimulatedMarketOptions): MarketData {
  const histories = SIMULATED_SYMBOLS.map((symbol) => createSimulatedHistory(seed, symbol));
  const nameOf = (history: SimulatedHistory) => history.symbol.instrument.symbol;
  return {
    baseTimeframe: "1m",
    instruments: async () => histories.map(({ symbol }) => symbol.instrument),
    history: async (symbol, timeframe, sinceMs, limit) =>
      histories
        .find((history) => nameOf(history) === symbol)
        ?.closed({ timeframe, sinceMs, limit, nowMs: clock.now() }) ?? [],
    stream: async (symbols, handle, stop) => {
      const tapes = histories
        .filter((history) => symbols.includes(nameOf(history)))
        .map((history) => createTape(history, clock.now()));
      await run(tapes, clock, wait, handle, stop);
    },
  };
}

/** The events of one symbol in order, without end. */
interface Tape {
  readonly peek: () => TimedEvent;
  readonly take: () => void;
}

/** Starts with the first event later than `sinceMs`. */
function createTape(history: SimulatedHistory, sinceMs: number): Tape {
  const name = history.symbol.instrument.symbol;
  let minute = history.nextMinute(Math.floor(sinceMs / MINUTE_MS) * MINUTE_MS);
  let queue = minuteEvents(name, minute).filter(({ at }) => at > sinceMs);
  const peek = (): TimedEvent => {
    for (;;) {
      const [next] = queue;
      if (next) return next;
      minute = history.nextMinute(minute.openTime + MINUTE_MS);
      queue = minuteEvents(name, minute);
    }
  };
  return { peek, take: () => void queue.shift() };
}

async function run(
  tapes: readonly Tape[],
  clock: AcceleratedClock,
  wait: Wait,
  handle: (event: MarketEvent) => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  if (tapes.length === 0) return;
  const gate = clock.openGate();
  try {
    while (!stop.aborted) {
      const tape = earliest(tapes);
      const { at, event } = tape.peek();
      gate.allowUntil(at);
      while (clock.now() < at && !stop.aborted) await wait(clock.realMsUntil(at), stop);
      if (stop.aborted) return;
      tape.take();
      await handle(event);
    }
  } finally {
    gate.close();
  }
}

/** The tape whose next event is the earliest; at the same time candles that close come before prices. */
function earliest(tapes: readonly Tape[]): Tape {
  return tapes.reduce((first, other) => {
    const a = first.peek();
    const b = other.peek();
    if (a.at !== b.at) return b.at < a.at ? other : first;
    return b.event.type === "candle" && a.event.type !== "candle" ? other : first;
  });
}
