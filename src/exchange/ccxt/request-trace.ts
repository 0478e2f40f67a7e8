import { AsyncLocalStorage } from "node:async_hooks";
import { DeskError } from "../../engine/errors.ts";
import type { CcxtClient } from "./load-client.ts";
import type { OrderFailure } from "./order-errors.ts";

/** A call through the client: its value, or what is known of its failure. */
export type Traced<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: RequestFailure };

/** A failed call without anything secret: the client's own errors carry signed addresses and are never passed on. */
export interface RequestFailure extends OrderFailure {
  /** Class of the client's error, or the reason that a venue's row itself gave. */
  readonly reason: string;
  readonly retryAfterMs: number | undefined;
}

export type Trace = <T>(call: () => Promise<T>) => Promise<Traced<T>>;

type Notes = { sent: boolean; httpStatus?: number; venueCode?: string; retryAfterMs?: number };

/** One for all clients: until Node 24 each that was ever used costs every promise of the process something. */
const current = new AsyncLocalStorage<Notes>();

/**
 * Watches the requests of a client, so that each call knows whether anything left this machine and what exactly
 * came back, also when many calls run at once. `codeOf` finds the venue's error code in a parsed answer.
 */
export function traceRequests(client: CcxtClient, codeOf: (answer: unknown) => string | undefined): Trace {
  const fetch = client.fetch.bind(client);
  client.fetch = (...request) => {
    const notes = current.getStore();
    if (notes) {
      notes.sent = true;
      delete notes.httpStatus;
      delete notes.venueCode;
    }
    return fetch(...request);
  };
  const handleErrors = client.handleErrors.bind(client);
  client.handleErrors = (...answer) => {
    const [status, , , , headers, , parsed] = answer;
    const notes = current.getStore();
    if (notes) note(notes, status, headers, codeOf(parsed));
    return handleErrors(...answer);
  };
  return async (call) => {
    const notes: Notes = { sent: false };
    try {
      return { ok: true, value: await current.run(notes, call) };
    } catch (error) {
      const { sent, httpStatus, venueCode, retryAfterMs } = notes;
      const reason = reasonOf(error);
      return { ok: false, failure: { sent, httpStatus, venueCode, retryAfterMs, reason } };
    }
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof DeskError && typeof error.args.reason === "string") return error.args.reason;
  return error instanceof Error ? error.name : typeof error;
}

/** The failure as the desk's own fault; without the client's error as its cause, which may hold a signature. */
export function exchangeFault(exchange: string, failure: RequestFailure): DeskError {
  const { reason, httpStatus, venueCode, retryAfterMs } = failure;
  return new DeskError(
    "exchange-unavailable",
    {
      exchange,
      reason,
      ...(httpStatus === undefined ? {} : { httpStatus }),
      ...(venueCode === undefined ? {} : { venueCode }),
    },
    retryAfterMs === undefined ? {} : { retryAfterMs },
  );
}

function note(notes: Notes, status: number, headers: unknown, venueCode: string | undefined): void {
  notes.httpStatus = status;
  if (venueCode !== undefined) notes.venueCode = venueCode;
  const header = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === "retry-after");
  const seconds = Number(header?.[1]);
  if (header && Number.isFinite(seconds) && seconds >= 0) notes.retryAfterMs = seconds * 1000;
}
