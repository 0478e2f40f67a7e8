import type { Candle } from "../../src/engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../src/engine/candles/timeframe.ts";
import { wallTime, weekdayOf } from "./wall-clock.ts";

/** Kinds of nasty series; each bends one thing that detectors get wrong. */
export const SERIES_KINDS = [
  "walk",
  "equal-extremes",
  "flat-stretches",
  "dojis",
  "price-gaps",
  "time-gaps",
  "weekends",
  "only-rising",
  "one-tick",
  "huge-wicks",
  "decimal-prices",
  "around-zero",
] as const;

export type SeriesKind = (typeof SERIES_KINDS)[number];

/** Instants shortly before a clock change: New York and Europe, spring and autumn, 2024 and 2025. */
export const DST_STARTS: readonly number[] = [
  Date.UTC(2024, 2, 7, 3),
  Date.UTC(2024, 2, 28, 3),
  Date.UTC(2024, 9, 24, 3),
  Date.UTC(2024, 9, 31, 3),
  Date.UTC(2025, 2, 6, 3),
  Date.UTC(2025, 9, 30, 3),
];

export interface GenerateOptions {
  readonly kind: SeriesKind;
  readonly seed: number;
  readonly length: number;
  readonly timeframe: Timeframe;
  /** Open time of the first candle; unset a seeded choice from `DST_STARTS`. */
  readonly start?: number;
}

/** Deterministic numbers in [0, 1): mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Prices in ticks; the series' tick makes them prices, so that equal ticks are equal doubles. */
interface Ticks {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** The same options give the same candles, on every machine. */
export function generateCandles(options: GenerateOptions): Candle[] {
  const { kind, seed, length, timeframe } = options;
  const random = randomNumbers(seed * 7919 + SERIES_KINDS.indexOf(kind));
  const integer = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const stepMs = timeframeMs(timeframe);
  const start = options.start ?? DST_STARTS[integer(0, DST_STARTS.length - 1)] ?? 0;
  let openTime = Math.ceil(start / stepMs) * stepMs;
  let last = kind === "around-zero" ? 0 : 400;
  const candles: Candle[] = [];
  for (let i = 0; i < length; i += 1) {
    const ticks = nextTicks(kind, last, i, integer);
    last = ticks.close;
    candles.push(candleOf(ticks, openTime, tickOf(kind), integer(0, 50)));
    openTime += stepMs;
    if (kind === "time-gaps" && random() < 0.03) openTime += stepMs * integer(1, random() < 0.2 ? 400 : 12);
    if (kind === "weekends") openTime = afterWeekend(openTime, stepMs);
  }
  return candles;
}

function tickOf(kind: SeriesKind): number {
  if (kind === "decimal-prices") return 0.0001;
  return kind === "around-zero" ? 0.5 : 0.25;
}

function candleOf(ticks: Ticks, openTime: number, tick: number, volume: number): Candle {
  return {
    openTime,
    open: ticks.open * tick,
    high: ticks.high * tick,
    low: ticks.low * tick,
    close: ticks.close * tick,
    volume,
  };
}

type Integer = (from: number, to: number) => number;

function nextTicks(kind: SeriesKind, last: number, i: number, integer: Integer): Ticks {
  switch (kind) {
    case "walk":
    case "time-gaps":
    case "decimal-prices":
    case "around-zero":
      return around(last, last + integer(-6, 6), integer, 5);
    case "weekends":
      return around(last + (integer(0, 19) === 0 ? integer(-9, 9) : 0), last + integer(-6, 6), integer, 5);
    case "equal-extremes":
      return capped(around(last, last + integer(-4, 4), integer, 3), 392, 408);
    case "flat-stretches":
      if (Math.floor(i / 25) % 3 === 1) return { open: last, high: last, low: last, close: last };
      return around(last, last + integer(-5, 5), integer, 3);
    case "dojis":
      return around(last, integer(0, 2) === 0 ? last + integer(-4, 4) : last, integer, 4);
    case "price-gaps": {
      const open = last + (integer(0, 3) === 0 ? integer(-14, 14) : integer(-1, 1));
      return around(open, open + integer(-5, 5), integer, 2);
    }
    case "only-rising":
      return around(last, last + integer(0, 4), integer, 1);
    case "one-tick":
      return around(last, last + integer(-1, 1), integer, 0);
    case "huge-wicks":
      return around(last, last + integer(-4, 4), integer, integer(0, 6) === 0 ? 40 : 3);
  }
}

function around(open: number, close: number, integer: Integer, wick: number): Ticks {
  const high = Math.max(open, close) + integer(0, wick);
  const low = Math.min(open, close) - integer(0, wick);
  return { open, high, low, close };
}

/** Walls at two prices: highs and lows meet the same tick again and again, sometimes poking through. */
function capped(ticks: Ticks, bottom: number, top: number): Ticks {
  const pokes = ticks.high > top + 2 || ticks.low < bottom - 2 ? 1 : 0;
  const inside = (price: number): number => Math.min(top, Math.max(bottom, price));
  return {
    open: inside(ticks.open),
    close: inside(ticks.close),
    high: inside(ticks.high) + (ticks.high > top ? pokes : 0),
    low: inside(ticks.low) - (ticks.low < bottom ? pokes : 0),
  };
}

/** FX hours: closed from Friday 17:00 to Sunday 17:00 New York. */
function afterWeekend(openTime: number, stepMs: number): number {
  let time = openTime;
  while (isWeekend(time)) time += stepMs;
  return time;
}

function isWeekend(time: number): boolean {
  const { day, minute } = wallTime(time, "America/New_York");
  const weekday = weekdayOf(day);
  if (weekday === 5) return minute >= 1020;
  return weekday === 6 || (weekday === 0 && minute < 1020);
}
