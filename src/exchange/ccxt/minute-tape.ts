import type { Candle } from "../../engine/candles/candle.ts";
import { bucketOpenTime } from "../../engine/candles/timeframe.ts";

export const MINUTE_MS = 60_000;

/**
 * Which minutes of one symbol were delivered and which may be next. A minute is closed when the stream has
 * shown a later one, or when the exchange's time is `graceMs` past its end.
 */
export interface MinuteTape {
  /** Open time of the first minute that was not delivered. */
  nextOpen(): number;
  /** Notes what the stream says of a minute. True when it is the newest, so that its close is the price now. */
  observe(candle: Candle): boolean;
  /** The stream was cut: what it showed last may be only the first part of a minute. */
  interrupted(): void;
  /** Minutes that open before this time are closed. */
  closedUntil(nowMs: number): number;
  /** When the minute that is awaited ends by the exchange's time, with the grace. */
  dueAt(): number;
  /**
   * The closed minutes to deliver, in order: of the exchange's own candles and those of the stream the one with
   * more volume, because volume only grows while a minute forms. With `stored` undefined, because it could not
   * be read, only what the stream showed to its end and without a hole.
   */
  closed(stored: readonly Candle[] | undefined, until: number): Candle[];
  delivered(candle: Candle): void;
}

export function createMinuteTape(nowMs: number, graceMs: number): MinuteTape {
  const seen = new Map<number, Candle>();
  let nextOpen = bucketOpenTime(nowMs, "1m");
  let newest = nextOpen;
  let cutOff: number | undefined;
  return {
    nextOpen: () => nextOpen,
    observe: (candle) => {
      if (candle.openTime < nextOpen) return false;
      seen.set(candle.openTime, fuller(seen.get(candle.openTime), candle));
      newest = Math.max(newest, candle.openTime);
      if (candle.openTime === cutOff) cutOff = undefined;
      return candle.openTime === newest;
    },
    interrupted: () => {
      cutOff = newest;
    },
    closedUntil: (nowMs) => Math.max(newest, bucketOpenTime(nowMs - graceMs, "1m")),
    dueAt: () => nextOpen + MINUTE_MS + graceMs,
    closed: (stored, until) => {
      const isWanted = ({ openTime }: Candle) => openTime >= nextOpen && openTime < until;
      const streamed = [...seen.values()].filter(isWanted).sort((a, b) => a.openTime - b.openTime);
      if (stored) return united(stored.filter(isWanted), streamed);
      const whole = streamed.filter(({ openTime }) => openTime < newest && openTime !== cutOff);
      return unbroken(whole, nextOpen);
    },
    delivered: (candle) => {
      nextOpen = candle.openTime + MINUTE_MS;
      newest = Math.max(newest, nextOpen);
      for (const openTime of seen.keys()) if (openTime < nextOpen) seen.delete(openTime);
    },
  };
}

function fuller(known: Candle | undefined, other: Candle): Candle {
  return known && known.volume > other.volume ? known : other;
}

function united(stored: readonly Candle[], streamed: readonly Candle[]): Candle[] {
  const byTime = new Map<number, Candle>();
  for (const candle of [...streamed, ...stored]) {
    byTime.set(candle.openTime, fuller(byTime.get(candle.openTime), candle));
  }
  return [...byTime.values()].sort((a, b) => a.openTime - b.openTime);
}

function unbroken(candles: readonly Candle[], from: number): Candle[] {
  const hole = candles.findIndex(({ openTime }, index) => openTime !== from + index * MINUTE_MS);
  return hole < 0 ? [...candles] : candles.slice(0, hole);
}
