/** One catalogue of the faults the desk can raise. A code is a promise: texts and runbooks hang on it. */
export const ERROR_CODES = {
  "config-invalid": { retryable: false },
  "desk-already-running": { retryable: false },
  "redis-missing": { retryable: false },
  "redis-unsafe": { retryable: false },
  "redis-failed": { retryable: false },
  "store-corrupt": { retryable: false },
  "store-unavailable": { retryable: true },
  "settings-invalid": { retryable: false },
  "settings-conflict": { retryable: false },
  "file-unreadable": { retryable: false },
  "file-without-candles": { retryable: false },
  "market-unavailable": { retryable: true },
  "lease-lost": { retryable: true },
  "exchange-unavailable": { retryable: true },
  "exchange-key-refused": { retryable: false },
  "exchange-key-unsafe": { retryable: false },
  "exchange-clock-off": { retryable: false },
  "chart-font-missing": { retryable: false },
  "chart-timed-out": { retryable: true },
  "chart-pool-closed": { retryable: false },
  "judge-timed-out": { retryable: true },
  "judge-pool-closed": { retryable: false },
  "chat-rate-limited": { retryable: true },
  "chat-unreachable": { retryable: true },
  "chat-gone": { retryable: false },
  "chat-message-gone": { retryable: false },
  "chat-refused": { retryable: false },
  "web-password-required": { retryable: false },
  "web-port-taken": { retryable: false },
  "trade-transition-impossible": { retryable: false },
  "paper-account-invalid": { retryable: false },
} as const satisfies Record<string, { retryable: boolean }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** A fault with a code. Expected outcomes are values, not errors. `args` never hold secrets. */
export class DeskError extends Error {
  override readonly name = "DeskError";
  readonly code: ErrorCode;
  readonly args: Readonly<Record<string, string | number>>;
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ErrorCode,
    args: Readonly<Record<string, string | number>> = {},
    options: { cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(`${code} ${JSON.stringify(args)}`, { cause: options.cause });
    this.code = code;
    this.args = args;
    this.retryAfterMs = options.retryAfterMs;
  }

  get retryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }
}
