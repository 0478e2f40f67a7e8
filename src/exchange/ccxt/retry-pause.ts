/** Pauses between tries: each twice as long as the last, and never shorter than what the exchange asked for. */
export interface RetryPause {
  /** How long to wait after one more failure. */
  next(retryAfterMs?: number): number;
  reset(): void;
}

const FIRST_MS = 1000;
const LAST_MS = 30_000;

export function createRetryPause(): RetryPause {
  let pauseMs = FIRST_MS;
  return {
    next: (retryAfterMs = 0) => {
      const now = Math.max(pauseMs, retryAfterMs);
      pauseMs = Math.min(LAST_MS, pauseMs * 2);
      return now;
    },
    reset: () => {
      pauseMs = FIRST_MS;
    },
  };
}
