import type { Clock } from "../../engine/ports/clock.ts";

export interface RateLimit {
  /** Takes one turn; false when none is left. */
  take(): boolean;
}

export interface RateLimitOptions {
  /** Turns that may be taken at once. */
  readonly burst: number;
  /** Turns that come back each second. */
  readonly perSecond: number;
}

/** A bucket of turns that fills again with time. */
export function createRateLimit(options: RateLimitOptions, clock: Clock): RateLimit {
  let turns = options.burst;
  let filledAt = clock.now();
  return {
    take() {
      const now = clock.now();
      turns = Math.min(options.burst, turns + ((now - filledAt) / 1000) * options.perSecond);
      filledAt = now;
      if (turns < 1) return false;
      turns -= 1;
      return true;
    },
  };
}
