/** A line of the log that an operator should have seen, without fields that could hold a secret. */
export interface LogEntry {
  readonly at: number;
  readonly level: "warn" | "error";
  readonly text: string;
}

/** The newest warnings and errors of this process. */
export interface RecentLog {
  /** Newest first. */
  newest(limit: number): readonly LogEntry[];
}
