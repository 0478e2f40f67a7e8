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
  /**
   * Notes what the stream says of a minute, and when it spoke of it, in epoch ms of the exchange's time. True when
   * it is the newest, so that its close is the price now.
   */
  observe(candle: Candle, heardAtMs: number): boolean;
  /** The stream was cut: what it showed last may be only the first part of a minute. */
  interrupted(): void;
  /** Minutes that open before this time are closed. */
  closedUntil(nowMs: number): number;
  /** When the minute that is awaited ends by the exchange's time, with the grace. */
  dueAt(): number;
  /**
   * The minutes before `until`, if the stream alone gives them all: each was followed to its end, without a cut
   * and without a hole. Undefined when the exchange has to be asked.
   */
  followed(until: number): Candle[] | undefined;
  /**
   * The closed minutes to deliver, in order: of the exchange's own candles and those of the stream the one with
   * more volume, because volume only grows while a minute forms. With `stored` undefined, because it could not
   * be read, only what the stream showed to its end and without a hole.
   */
  closed(stored: readonly Candle[] | undefined, until: number): Candle[];
  delivered(candle: Candle): void;
}

/** A minute was followed to its end when the stream spoke of it this late: nothing of it can have been missed. */
const LAST_MS = 5000;

interface Seen {
  readonly candle: Candle;
  readonly heardAtMs: number;
}

export function createMinuteTape(nowMs: number, graceMs: number): MinuteTape {
  const seen = new Map<number, Seen>();
  let nextOpen = bucketOpenTime(nowMs, "1m");
  let newest = nextOpen;
  let cutOff: number | undefined;
  return {
    nextOpen: () => nextOpen,
    observe: (candle, heardAtMs) => {
      if (candle.openTime < nextOpen) return false;
      seen.set(candle.openTime, { candle: fuller(seen.get(candle.openTime)?.candle, candle), heardAtMs });
      newest = Math.max(newest, candle.openTime);
      if (candle.openTime === cutOff) cutOff = undefined;
      return candle.openTime === newest;
    },
    interrupted: () => {
      cutOff = newest;
    },
    closedUntil: (nowMs) => Math.max(newest, bucketOpenTime(nowMs - graceMs, "1m")),
    dueAt: () => nextOpen + MINUTE_MS + graceMs,
    followed: (until) => {
      const candles: Candle[] = [];
      for (let openTime = nextOpen; openTime < until; openTime += MINUTE_MS) {
        const minute = seen.get(openTime);
        const isWhole = openTime < newest && openTime !== cutOff;
        if (!minute || !isWhole || minute.heardAtMs < openTime + MINUTE_MS - LAST_MS) return undefined;
        candles.push(minute.candle);
      }
      return candles;
    },
    closed: (stored, until) => {
      const isWanted = ({ openTime }: Candle) => openTime >= nextOpen && openTime < until;
      const candles = [...seen.values()].map(({ candle }) => candle);
      const streamed = candles.filter(isWanted).sort((a, b) => a.openTime - b.openTime);
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
