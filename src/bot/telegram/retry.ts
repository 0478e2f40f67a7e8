import { deskError, telegramFault } from "./faults.ts";

/** Waits; resolves early when the signal aborts. Tests have their own. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

const TRIES = 4;
const FIRST_WAIT_MS = 500;
/** A longer wait that Telegram asks for is not worth it for an answer. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Tries an answer again after network errors and rate limits, so that none is lost to one of them. It may
 * arrive twice; that is harmless for answers, and why deliveries of signals do not use this.
 */
export async function withRetries<T>(work: () => Promise<T>, sleep: Sleep): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const waitMs = waitBefore(error, attempt);
      if (waitMs === undefined || attempt === TRIES) throw deskError(telegramFault(error));
      await sleep(waitMs);
    }
  }
}

function waitBefore(error: unknown, attempt: number): number | undefined {
  const fault = telegramFault(error);
  if (fault.kind === "unreachable") return FIRST_WAIT_MS * 2 ** (attempt - 1);
  if (fault.kind === "rate-limited" && fault.retryAfterMs <= LONGEST_WAIT_MS) return fault.retryAfterMs;
  return undefined;
}
