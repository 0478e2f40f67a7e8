import type { Clock } from "../../engine/ports/clock.ts";
import type { Log } from "../log.ts";

/** Tells of another process with the same token: once when it comes, and once when it has gone. */
export interface RivalWatch {
  /** Telegram says that somebody else takes the updates. */
  conflict(): Promise<void>;
  /** Updates come as they should. */
  calm(): Promise<void>;
}

export interface RivalWatchDeps {
  /** Called with the beginning of the conflict in epoch ms; unset when it is over. */
  readonly onRival: (since: number | undefined) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Two pollers end each other by turns: only so long after the last conflict the other one counts as gone. */
const GONE_AFTER_MS = 120_000;

export function createRivalWatch({ onRival, clock, log }: RivalWatchDeps): RivalWatch {
  let since: number | undefined;
  let lastAt = 0;

  async function tell(next: number | undefined): Promise<void> {
    try {
      await onRival(next);
      since = next;
    } catch (error) {
      // The next conflict, or the next calm, tries again.
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ reason }, "nobody could be told of a second process with the telegram token");
    }
  }

  return {
    conflict: async () => {
      lastAt = clock.now();
      if (since === undefined) await tell(lastAt);
    },
    calm: async () => {
      if (since !== undefined && clock.now() - lastAt >= GONE_AFTER_MS) await tell(undefined);
    },
  };
}
