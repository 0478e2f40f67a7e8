import { CandleAggregator } from "../../engine/candles/aggregate.ts";
import type { Candle } from "../../engine/candles/candle.ts";
import { bucketOpenTime } from "../../engine/candles/timeframe.ts";
import { TimeZone } from "../../engine/clock/time-zone.ts";
import { type CandleQuery, firstAtOrAfter } from "../closed-candles.ts";
import { createDailyPath, FIRST_DAY } from "./daily-path.ts";
import { DAY_MS, MINUTE_MS } from "./market-hours.ts";
import { simulatedDay } from "./simulated-day.ts";
import type { SimulatedSymbol } from "./simulated-symbols.ts";

/** Days of minute candles that stay in memory for each symbol. */
const CACHED_DAYS = 6;

/** Everything one simulated symbol ever did and will do. */
export interface SimulatedHistory {
  readonly symbol: SimulatedSymbol;
  /** The first minute candle that opens at or after `timeMs`. Markets that are closed are skipped. */
  nextMinute(timeMs: number): Candle;
  /** Answers `MarketData.history`. */
  closed(query: CandleQuery): Candle[];
}

/** Random access by day: what a minute is depends on seed, symbol and time alone. */
export function createSimulatedHistory(seed: string, symbol: SimulatedSymbol): SimulatedHistory {
  const frameOf = createDailyPath(seed, symbol);
  const newYork = new TimeZone("America/New_York");
  const cache = new Map<number, Candle[]>();
  const dayOf = (day: number): Candle[] => {
    const known = cache.get(day);
    if (known) return known;
    const made = simulatedDay(seed, symbol, day, frameOf(day), newYork);
    const oldest = cache.size < CACHED_DAYS ? undefined : cache.keys().next().value;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(day, made);
    return made;
  };
  return {
    symbol,
    nextMinute: (timeMs) => {
      for (let day = Math.max(FIRST_DAY, Math.floor(timeMs / DAY_MS)); ; day += 1) {
        const candles = dayOf(day);
        const candle = candles[firstAtOrAfter(candles, timeMs)];
        if (candle) return candle;
      }
    },
    closed: (query) => closedFrom(dayOf, query),
  };
}

function closedFrom(dayOf: (day: number) => Candle[], query: CandleQuery): Candle[] {
  const { timeframe, sinceMs, limit, nowMs } = query;
  const result: Candle[] = [];
  const aggregator = new CandleAggregator("1m", timeframe);
  const from = Math.max(FIRST_DAY * DAY_MS, bucketOpenTime(sinceMs, timeframe));
  const keep = (candle: Candle) => {
    if (candle.openTime >= sinceMs && result.length < limit) result.push(candle);
  };
  for (let day = Math.floor(from / DAY_MS); day * DAY_MS < nowMs && result.length < limit; day += 1) {
    for (const candle of dayOf(day)) {
      if (candle.openTime < from) continue;
      if (candle.openTime + MINUTE_MS > nowMs) break;
      aggregator.push(candle, keep);
    }
  }
  return result;
}
