import { aggregateCandles } from "../candles/aggregate.ts";
import type { Candle } from "../candles/candle.ts";
import { type Timeframe, timeframeMs } from "../candles/timeframe.ts";
import type { TimeZones } from "../clock/time-zone.ts";
import type { Settings } from "../settings/settings.ts";
import type { Signal } from "../signal.ts";
import { createStrategies } from "../strategy/registry.ts";
import { CompanionCandles } from "./companion-candles.ts";
import { contextTimeframes } from "./higher-timeframe.ts";
import { MarketModel } from "./market-model.ts";

/** The candles of a past day and of what came before it. */
export interface DayCandles {
  readonly baseTimeframe: Timeframe;
  /** Closed candles from before the day, by timeframe, oldest first. */
  readonly before: ReadonlyMap<Timeframe, readonly Candle[]>;
  /** Base candles from the first instant of the day on; those of later days only tell what became of setups. */
  readonly played: readonly Candle[];
}

export interface DayRules {
  readonly symbol: string;
  readonly timeframes: readonly Timeframe[];
  readonly settings: Settings;
  readonly timeZones: TimeZones;
  /** The symbol that is compared with this one, and its candles of the same day. */
  readonly companion?: { readonly symbol: string; readonly candles: DayCandles };
}

/** What the desk would have raised on that day with these settings, had it run: the same model, the same candles. */
export function signalsOfDay(candles: DayCandles, until: number, rules: DayRules): readonly Signal[] {
  const { symbol, timeframes, settings, timeZones } = rules;
  const { baseTimeframe, before, played } = candles;
  const companion = companionCandles(rules);
  const model = new MarketModel({
    symbol,
    baseTimeframe,
    timeframes,
    contextTimeframes: contextTimeframes(timeframes, baseTimeframe),
    settings: settings.detectors,
    strategies: createStrategies(settings),
    keep: longest(before),
    timeZones,
    ...(companion && { companion }),
  });
  model.warmUpFrom(before, before.get(baseTimeframe) ?? []);
  const others = rules.companion?.candles.played ?? [];
  let next = 0;
  return played
    .filter(({ openTime }) => openTime < until)
    .flatMap((candle) => {
      // The companion takes each moment first, as it does live.
      for (let other = others[next]; other && other.openTime <= candle.openTime; other = others[next]) {
        companion?.push(other);
        next += 1;
      }
      return model.push(candle);
    });
}

function companionCandles({ companion, timeframes }: DayRules): CompanionCandles | undefined {
  if (companion === undefined) return undefined;
  const { symbol, candles } = companion;
  const { baseTimeframe, before } = candles;
  const made = new CompanionCandles({ symbol, baseTimeframe, timeframes, keep: longest(before) });
  made.warmUpFrom(before, before.get(baseTimeframe) ?? []);
  return made;
}

function longest(before: DayCandles["before"]): number {
  return Math.max(0, ...[...before.values()].map(({ length }) => length));
}

/** The closed candles of a timeframe as they were known at an instant. */
export function candlesKnownAt(candles: DayCandles, timeframe: Timeframe, at: number): readonly Candle[] {
  const { baseTimeframe, before, played } = candles;
  const own = before.get(timeframe) ?? [];
  const newest = own.at(-1);
  const from = newest === undefined ? Number.NEGATIVE_INFINITY : newest.openTime + timeframeMs(timeframe);
  const base = [...(timeframe === baseTimeframe ? [] : (before.get(baseTimeframe) ?? [])), ...played];
  const later = aggregateCandles(
    base.filter(({ openTime }) => openTime >= from),
    baseTimeframe,
    timeframe,
  );
  return [...own, ...later].filter(({ openTime }) => openTime + timeframeMs(timeframe) <= at);
}

/** Base candles of the day and after it that had closed at an instant. */
export function playedUntil({ played, baseTimeframe }: DayCandles, at: number): readonly Candle[] {
  return played.filter(({ openTime }) => openTime + timeframeMs(baseTimeframe) <= at);
}
