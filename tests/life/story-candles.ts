import type { Candle } from "../../src/engine/candles/candle.ts";

const CANDLE_MS = 900_000;

/** Where price turns: after how many candles of 15 minutes, and at what price. */
const TURNS: readonly (readonly [candles: number, price: number])[] = [
  [0, 61_520],
  [20, 61_900],
  [36, 61_610],
  [54, 62_010],
  [70, 61_740],
  [82, 61_930],
  [94, 61_560],
  [103, 61_745],
  [115, 61_320],
  [123, 61_525],
  [132, 61_352],
];

/** Open, high, low and close of the last candles, by hand: a sweep, a pause, a displacement and the gap it leaves. */
const TURN_OF_THE_DAY: readonly (readonly [number, number, number, number])[] = [
  [61_352, 61_360, 61_262, 61_330],
  [61_330, 61_384, 61_318, 61_378],
  [61_378, 61_640, 61_356, 61_628],
  [61_628, 61_652, 61_450, 61_612],
];

/** The last of them closes at 9:30 in New York. */
export const SETUP_AT = Date.UTC(2026, 2, 10, 13, 30);

/** A day and a half of BTC/USDT in candles of 15 minutes that ends with a sweep reversal; the same at each run. */
export function storyCandles(): readonly Candle[] {
  const rows = [...waves(), ...TURN_OF_THE_DAY];
  return rows.map(([open, high, low, close], at) => ({
    openTime: SETUP_AT - (rows.length - at) * CANDLE_MS,
    open,
    high,
    low,
    close,
    volume: 40 + Math.round(25 * Math.abs(Math.sin(at * 1.7))) + Math.round((high - low) / 4),
  }));
}

function waves(): (readonly [number, number, number, number])[] {
  let open = TURNS[0]?.[1] ?? 0;
  return Array.from({ length: TURNS.at(-1)?.[0] ?? 0 }, (_, at) => {
    const close = round(priceAt(at + 1) + wiggle(at + 1));
    const wick = 6 + 12 * Math.abs(Math.sin(at * 2.1));
    const row = [
      open,
      round(Math.max(open, close) + wick),
      round(Math.min(open, close) - wick),
      close,
    ] as const;
    open = close;
    return row;
  });
}

/** On the straight line between the turns before and after. */
function priceAt(candle: number): number {
  const next = TURNS.findIndex(([at]) => at >= candle);
  const [toAt = 0, to = 0] = TURNS[next] ?? [];
  const [fromAt, from] = TURNS[next - 1] ?? [toAt - 1, to];
  return from + ((to - from) * (candle - fromAt)) / (toAt - fromAt);
}

function wiggle(candle: number): number {
  if (TURNS.some(([at]) => at === candle)) return 0;
  return 14 * Math.sin(candle * 1.9) + 10 * Math.cos(candle * 0.83);
}

function round(price: number): number {
  return Math.round(price * 10) / 10;
}
