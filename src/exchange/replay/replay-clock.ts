import type { Clock } from "../../engine/ports/clock.ts";

/** The time of a replay: it stands still until the market that is replayed moves it. */
export interface ReplayClock extends Clock {
  /** Moves to `ms`; an earlier time than now is left out, because a clock never goes back. */
  advanceTo(ms: number): void;
}

export function createReplayClock(startMs: number): ReplayClock {
  let now = startMs;
  return {
    now: () => now,
    advanceTo: (ms) => {
      now = Math.max(now, ms);
    },
  };
}
