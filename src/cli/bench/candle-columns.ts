import type { Candle } from "../../engine/candles/candle.ts";
import { CandleSeries } from "../../engine/candles/candle-series.ts";
import type { Timeframe } from "../../engine/candles/timeframe.ts";
import { timeframeMs } from "../../engine/candles/timeframe.ts";

/** Markets to measure with: one like a liquid pair, the others the worst cases of the detectors. */
export const MARKETS = ["walk", "only-rises", "open-gaps", "every-touch"] as const;

export type Market = (typeof MARKETS)[number];

const START_MS = Date.UTC(2024, 0, 1);
const TICK = 0.01;

type Row = readonly [open: number, high: number, low: number, close: number];
type NextRow = (previousClose: number, index: number, random: () => number) => Row;

const NEXT_ROW: Readonly<Record<Market, () => NextRow>> = {
  walk: walker,
  "only-rises": () => (last) => [last, last + 3, last - 1, last + 2],
  // Each third candle leaves a gap below that price never comes back to.
  "open-gaps": () => (last, index) =>
    index % 3 === 1 ? [last, last + 12, last, last + 12] : [last, last + 1, last - 1, last],
  // Up and down through the same prices: whatever was made is touched at once and again.
  "every-touch": () => (last, index) => {
    const close = index % 2 === 0 ? last + 8 : last - 8;
    return [last, Math.max(last, close) + (index % 5), Math.min(last, close) - (index % 7), close];
  },
};

/** Candles of a market as a series that is there already; the same arguments give the same candles. */
export function candleColumns(market: Market, count: number, timeframe: Timeframe, seed = 1): CandleSeries {
  const series = new CandleSeries({ timeframe });
  for (const candle of candleStream(market, count, timeframe, START_MS, seed)) series.push(candle);
  return series;
}

/** The same candles one after the other, from `fromMs` on, for who does not keep them all. */
export function* candleStream(
  market: Market,
  count: number,
  timeframe: Timeframe,
  fromMs: number,
  seed = 1,
): Generator<Candle> {
  const random = randomNumbers(seed);
  const next = NEXT_ROW[market]();
  let last = 4_000_000;
  for (let index = 0; index < count; index += 1) {
    const [open, high, low, close] = next(last, index, random);
    yield {
      openTime: fromMs + index * timeframeMs(timeframe),
      open: open * TICK,
      high: high * TICK,
      low: low * TICK,
      close: close * TICK,
      volume: Math.floor(random() * 1000),
    };
    last = close;
  }
}

/**
 * A walk in whole ticks with quiet and wild hours, wicks, dojis and now and then a jump between two candles:
 * swings, gaps and blocks come about as often as in real 15 minute candles.
 */
function walker(): NextRow {
  let size = 400;
  return (last, index, random) => {
    if (index % 60 === 0) size = 100 * 2 ** (random() * 4);
    const jump = random() < 0.08 ? (random() - 0.5) * size : 0;
    const open = Math.round(last + jump);
    const close = Math.round(open + (random() + random() + random() - 1.5) * 1.6 * size);
    const high = Math.max(open, close) + Math.floor(random() * random() * size * 0.9);
    const low = Math.min(open, close) - Math.floor(random() * random() * size * 0.9);
    return [open, high, low, close];
  };
}

/** A seeded generator of numbers in [0, 1) (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
