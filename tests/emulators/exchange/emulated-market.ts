import type { Candle } from "../../../src/engine/candles/candle.ts";
import { bucketOpenTime, type Timeframe } from "../../../src/engine/candles/timeframe.ts";
import type { EmulatedSymbol } from "./symbols.ts";

export const MINUTE = 60_000;

/** A kline as the exchange tells it; `closed` is its `x`. */
export interface Kline {
  readonly candle: Candle;
  readonly closed: boolean;
}

/**
 * The exchange's own truth: its time, the minutes that closed and the one that forms. A script moves it; nothing
 * here looks at a real clock.
 */
export interface EmulatedMarket {
  now(): number;
  readonly symbols: readonly EmulatedSymbol[];
  /** Lets time pass. Every minute that ends is closed; without trades it is flat with volume 0, as at Binance. */
  advanceTo(timeMs: number): void;
  advance(ms: number): void;
  /** A trade now. */
  trade(id: string, price: number, quantity: number): void;
  /** Plays one whole minute from now, which must be its start: open, low, high, close, and its end. */
  playMinute(id: string, prices: Pick<Candle, "open" | "high" | "low" | "close">): void;
  /** Changes a closed minute in what is stored; the stream told the old one. */
  amend(id: string, openTime: number, change: Partial<Candle>): void;
  /** Closed minutes from before the script; they must end at the market's time. */
  seed(id: string, minutes: readonly Candle[]): void;
  /** Klines with an open time in [from, until], oldest first, the forming one last. */
  klines(id: string, interval: Timeframe, from: number, until: number): Candle[];
  /** Hears of every change of a forming minute and of every close. */
  onKline(listener: (symbol: EmulatedSymbol, kline: Kline) => void): void;
  /** Does something at exactly this time, however far time moves at once. */
  at(timeMs: number, action: () => void): void;
  /** Hears of every passage of time. */
  onTime(listener: (now: number) => void): void;
}

type Forming = { -readonly [Column in keyof Candle]: Candle[Column] };

export function createEmulatedMarket(symbols: readonly EmulatedSymbol[], startMs: number): EmulatedMarket {
  const books = new Map(symbols.map((symbol) => [symbol.id, createBook(symbol, startMs)]));
  const klineListeners: Array<(symbol: EmulatedSymbol, kline: Kline) => void> = [];
  const timeListeners: Array<(now: number) => void> = [];
  let appointments: readonly { readonly timeMs: number; readonly action: () => void }[] = [];
  let now = startMs;
  const book = (id: string): Book => {
    const found = books.get(id);
    if (!found) throw new RangeError(`no symbol ${id}`);
    return found;
  };
  const tell = (symbol: EmulatedSymbol, kline: Kline) => {
    for (const listener of klineListeners) listener(symbol, kline);
  };
  const advanceTo = (timeMs: number) => {
    while (now < timeMs) {
      const minuteEnd = bucketOpenTime(now, "1m") + MINUTE;
      const next = appointments.filter((each) => each.timeMs > now).map((each) => each.timeMs);
      now = Math.min(timeMs, minuteEnd, ...next);
      if (now === minuteEnd) for (const each of books.values()) roll(each, now, tell);
      const due = appointments.filter((each) => each.timeMs <= now);
      appointments = appointments.filter((each) => each.timeMs > now);
      for (const { action } of due) action();
      for (const listener of timeListeners) listener(now);
    }
  };
  const trade = (id: string, price: number, quantity: number) => {
    const { symbol, forming } = book(id);
    take(forming, price, quantity);
    tell(symbol, { candle: { ...forming }, closed: false });
  };
  return {
    now: () => now,
    symbols,
    advanceTo,
    advance: (ms) => advanceTo(now + ms),
    trade,
    playMinute: (id, { open, high, low, close }) => {
      if (now % MINUTE !== 0) throw new RangeError("a minute is played from its start");
      [open, low, high, close].forEach((price, index) => {
        if (index > 0) advanceTo(now + 15_000);
        trade(id, price, 1);
      });
      advanceTo(now + 15_000);
    },
    amend: (id, openTime, change) => {
      const { closed } = book(id);
      const index = closed.findIndex((candle) => candle.openTime === openTime);
      const candle = closed[index];
      if (!candle) throw new RangeError(`no closed minute ${openTime}`);
      closed[index] = { ...candle, ...change };
    },
    seed: (id, minutes) => void book(id).closed.push(...minutes),
    klines: (id, interval, from, until) => klinesOf(book(id), interval, from, until),
    onKline: (listener) => void klineListeners.push(listener),
    at: (at, action) => {
      appointments = [...appointments, { timeMs: at, action }];
    },
    onTime: (listener) => void timeListeners.push(listener),
  };
}

interface Book {
  readonly symbol: EmulatedSymbol;
  readonly closed: Candle[];
  forming: Forming;
}

function createBook(symbol: EmulatedSymbol, startMs: number): Book {
  return { symbol, closed: [], forming: flat(bucketOpenTime(startMs, "1m"), symbol.firstPrice) };
}

function flat(openTime: number, price: number): Forming {
  return { openTime, open: price, high: price, low: price, close: price, volume: 0 };
}

function take(forming: Forming, price: number, quantity: number): void {
  if (forming.volume === 0) forming.open = price;
  forming.high = forming.volume === 0 ? price : Math.max(forming.high, price);
  forming.low = forming.volume === 0 ? price : Math.min(forming.low, price);
  forming.close = price;
  forming.volume += quantity;
}

function roll(book: Book, now: number, tell: (symbol: EmulatedSymbol, kline: Kline) => void): void {
  const candle = { ...book.forming };
  book.closed.push(candle);
  book.forming = flat(now, candle.close);
  tell(book.symbol, { candle, closed: true });
}

function klinesOf(book: Book, interval: Timeframe, from: number, until: number): Candle[] {
  const buckets = new Map<number, Forming>();
  for (const minute of [...book.closed, book.forming]) {
    const openTime = bucketOpenTime(minute.openTime, interval);
    const bucket = buckets.get(openTime);
    if (!bucket) {
      buckets.set(openTime, { ...minute, openTime });
      continue;
    }
    bucket.high = Math.max(bucket.high, minute.high);
    bucket.low = Math.min(bucket.low, minute.low);
    bucket.close = minute.close;
    bucket.volume += minute.volume;
  }
  return [...buckets.values()].filter(({ openTime }) => openTime >= from && openTime <= until);
}
