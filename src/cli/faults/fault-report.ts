/** What one run found. All zero but the time: the desk kept every promise. */
export interface RunFindings {
  /** Approvals a person was told were done that came to nothing, and facts of the venue that the ledger lacks. */
  lost: number;
  /** Entry orders beyond the first for one approval. */
  duplicates: number;
  /** Entry orders without a tap by a person who may, in time. */
  unapproved: number;
  /** Positions without a stop at the venue that covers them. */
  unprotected: number;
  /** Orders, positions and fills that ledger and venue tell differently. */
  ledgerMismatch: number;
  auditBroken: number;
  /** Cards that told something that was not committed. */
  falseCards: number;
  /** Longest time from the start of a desk to a finished comparison with the venue. */
  worstRecoveryMs: number;
}

/** A broken promise and what it was. */
export type Finding = readonly [keyof RunFindings, string];

/** What happened in the runs. */
export interface FaultTotals {
  /** Runs whose desk was a process of its own, killed with SIGKILL. */
  readonly processRuns: number;
  /** Runs that traded at the emulated Binance, over HTTP. */
  readonly liveRuns: number;
  /** Desks that were cut off or killed. */
  readonly kills: number;
  /** What the venue saw of own orders and fills: a campaign in which nothing happens proves nothing. */
  readonly entries: number;
  readonly fills: number;
}

export interface FaultReport extends RunFindings, FaultTotals {
  /** Runs that were finished. */
  readonly runs: number;
  /** Of real time. */
  readonly minutes: number;
  readonly runsPerMinute: number;
  /** Seeds of the runs that found anything: `--runs 1 --seed N` shows it again. */
  readonly failedSeeds: readonly number[];
}

const SUMMED = [
  "lost",
  "duplicates",
  "unapproved",
  "unprotected",
  "ledgerMismatch",
  "auditBroken",
  "falseCards",
] as const;

export const NO_FINDINGS: Readonly<RunFindings> = {
  lost: 0,
  duplicates: 0,
  unapproved: 0,
  unprotected: 0,
  ledgerMismatch: 0,
  auditBroken: 0,
  falseCards: 0,
  worstRecoveryMs: 0,
};

export function isClean(findings: RunFindings): boolean {
  return SUMMED.every((name) => findings[name] === 0);
}

export function addedUp(one: RunFindings, other: RunFindings): RunFindings {
  const sums = Object.fromEntries(SUMMED.map((name) => [name, one[name] + other[name]]));
  return {
    ...NO_FINDINGS,
    ...sums,
    worstRecoveryMs: Math.max(one.worstRecoveryMs, other.worstRecoveryMs),
  };
}
