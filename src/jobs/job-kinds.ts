import type { Timeframe } from "../engine/candles/timeframe.ts";

/** Jobs carry ids only: the ledger knows the rest, so a lost or doubled job changes nothing. */
export interface JobPayloads {
  "advance-trade": { readonly tradeId: string };
  "close-soon": Record<string, never>;
  "deliver-outbox": Record<string, never>;
  "scan-symbols": {
    readonly scanId: string;
    readonly symbols: readonly string[];
    readonly timeframes: readonly Timeframe[];
  };
  "start-scan": { readonly schedule: string; readonly waited?: boolean };
  sweep: Record<string, never>;
  "sync-scans": Record<string, never>;
}

export type JobName = keyof JobPayloads;

/** Which queue a job waits in. Names hold no colon (a rule of BullMQ). */
export const QUEUE_OF = {
  "advance-trade": "trades",
  "close-soon": "trades",
  "deliver-outbox": "deliveries",
  "scan-symbols": "scans",
  "start-scan": "scan-starts",
  sweep: "sweeps",
  "sync-scans": "scan-clock",
} as const satisfies Record<JobName, string>;

/** While one scan waits for candles of the store another computes. */
export const SCANS_AT_ONCE = 3;

/** Jobs of a queue that are worked off at the same time; one where nothing else is said. */
export const AT_ONCE: Partial<Record<QueueName, number>> = {
  // An order whose answer does not come keeps two places, for the step that waits for it and the next one of its trade.
  trades: 20,
  scans: SCANS_AT_ONCE,
};

/** The one queue of a desk whose jobs run in the order in which they were enqueued. */
export const IN_ORDER = "jobs";

export type QueueName = (typeof QUEUE_OF)[JobName] | typeof IN_ORDER;

export type JobHandlers = { readonly [N in JobName]?: (payload: JobPayloads[N]) => Promise<unknown> };

/** A job that comes back by the clock of a zone. */
export interface ClockJob<N extends JobName> {
  /** Letters, digits and dashes. */
  readonly id: string;
  /** Six fields, the first are seconds. */
  readonly cron: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly payload: JobPayloads[N];
}
