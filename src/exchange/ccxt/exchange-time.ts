import type { Clock } from "../../engine/ports/clock.ts";
import type { CcxtClient } from "./load-client.ts";

/** The exchange's time: the desk's clock plus the difference that was measured last. */
export interface ExchangeTime extends Clock {
  /** Measures the difference anew when the last measure is old; keeps the old one when the exchange does not tell. */
  refresh(): Promise<void>;
  /** Makes the next `refresh` measure. */
  distrust(): void;
  /** How far the exchange's clock is ahead of the desk's, in milliseconds; 0 while it was not measured. */
  offsetMs(): number;
}

/** Beyond this sessions and expiries of the desk are at the wrong time, so it may not trade. */
export const CLOCK_LIMIT_MS = 5000;
const MEASURE_EVERY_MS = 600_000;

export function createExchangeTime(client: CcxtClient, clock: Clock): ExchangeTime {
  let offsetMs = 0;
  let measuredAt = Number.NEGATIVE_INFINITY;
  return {
    now: () => clock.now() + offsetMs,
    offsetMs: () => offsetMs,
    distrust: () => {
      measuredAt = Number.NEGATIVE_INFINITY;
    },
    refresh: async () => {
      const before = clock.now();
      if (before - measuredAt < MEASURE_EVERY_MS || !client.has.fetchTime) return;
      // Without an answer the candles are still right; only closing by our own clock is less exact.
      const serverTime = await client.fetchTime().catch(() => undefined);
      const after = clock.now();
      if (typeof serverTime !== "number" || !Number.isFinite(serverTime)) return;
      offsetMs = Math.round(serverTime - (before + after) / 2);
      measuredAt = after;
    },
  };
}
