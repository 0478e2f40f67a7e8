/** What reached the exchange, in the order of arrival. The log is the exchange's own and only grows. */
export type LogEntry =
  | {
      readonly type: "http";
      readonly at: number;
      readonly method: string;
      readonly path: string;
      readonly query: Readonly<Record<string, string>>;
      /** What was answered; `hang` or `drop` when nothing was. */
      readonly status: number | "hang" | "drop";
    }
  | { readonly type: "socket-opened" | "socket-closed"; readonly at: number; readonly path: string }
  | {
      readonly type: "socket-request";
      readonly at: number;
      readonly method: string;
      readonly streams: readonly string[];
    };

export interface RequestLog {
  readonly entries: readonly LogEntry[];
  add(entry: LogEntry): void;
}

export function createRequestLog(): RequestLog {
  const entries: LogEntry[] = [];
  return { entries, add: (entry) => void entries.push(Object.freeze(entry)) };
}
