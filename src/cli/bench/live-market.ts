import { CandleAggregator } from "../../engine/candles/aggregate.ts";
import type { Candle } from "../../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import { candleStream } from "./candle-columns.ts";

/** Candles of each timeframe that a market has had before it is followed. */
const PAST = 1000;
const MINUTE_MS = timeframeMs("1m");

/** Walks of one minute candles; several symbols share one, each under its own name. */
export interface MinuteMarket {
  /** The minute that begins at `openTime`. */
  minute(pattern: number, openTime: number): Candle;
  /** Closed candles up to `until`, at the most `limit`, oldest first: those of a timeframe are added up from the minutes. */
  past(pattern: number, timeframe: Timeframe, until: number, limit: number): readonly Candle[];
}

/**
 * Markets whose candles of every timeframe come from the same minutes, for long enough before `startMs` that each
 * timeframe has a thousand, and for `hours` after it.
 */
export function createMinuteMarket(
  patterns: number,
  timeframes: readonly Timeframe[],
  startMs: number,
  hours: number,
): MinuteMarket {
  const walks = Array.from({ length: patterns }, (_, pattern) =>
    createWalk(pattern + 1, timeframes, startMs, hours),
  );
  return {
    minute: (pattern, openTime) => {
      const minutes = walks[pattern]?.get("1m") ?? [];
      const first = minutes[0]?.openTime ?? 0;
      const found = minutes[(openTime - first) / MINUTE_MS];
      if (found === undefined) throw new RangeError(`no minute at ${openTime}`);
      return found;
    },
    past: (pattern, timeframe, until, limit) => {
      const length = timeframeMs(timeframe);
      const closed =
        walks[pattern]?.get(timeframe)?.filter(({ openTime }) => openTime + length <= until) ?? [];
      return closed.slice(-limit);
    },
  };
}

type Walk = ReadonlyMap<Timeframe, readonly Candle[]>;

function createWalk(seed: number, timeframes: readonly Timeframe[], startMs: number, hours: number): Walk {
  const longest = Math.max(...timeframes.map(timeframeMs));
  const before = Math.ceil((PAST * longest) / MINUTE_MS);
  const lanes = timeframes.map((timeframe) => {
    const kept: Candle[] = [];
    const since = startMs - PAST * timeframeMs(timeframe);
    const keep = (candle: Candle) => {
      if (candle.openTime >= since) kept.push(candle);
    };
    return { timeframe, kept, keep, aggregator: new CandleAggregator("1m", timeframe) };
  });
  const from = startMs - before * MINUTE_MS;
  for (const candle of candleStream("walk", before + hours * 60, "1m", from, seed)) {
    for (const { aggregator, keep } of lanes) aggregator.push(candle, keep);
  }
  return new Map(lanes.map(({ timeframe, kept }) => [timeframe, kept]));
}
