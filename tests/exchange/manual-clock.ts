import type { Clock } from "../../src/engine/ports/clock.ts";

export interface ManualClock extends Clock {
  set(ms: number): void;
}

export function createManualClock(start = 0): ManualClock {
  let now = start;
  return {
    now: () => now,
    set: (ms) => {
      now = ms;
    },
  };
}
