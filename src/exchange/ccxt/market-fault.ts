import { DeskError } from "../../engine/errors.ts";
import type { CcxtClient } from "./load-client.ts";

/** A failed call to the exchange as the desk's own fault, with the pause that the exchange asks for. */
export function marketFault(client: CcxtClient, error: unknown): DeskError {
  const reason = error instanceof Error ? error.name : typeof error;
  const seconds = limitsRate(error) ? retryAfterSeconds(client.last_response_headers) : undefined;
  return new DeskError(
    "market-unavailable",
    { exchange: client.id, reason },
    { cause: error, ...(seconds === undefined ? {} : { retryAfterMs: seconds * 1000 }) },
  );
}

function limitsRate(error: unknown): boolean {
  return error instanceof Error && /^(DDoSProtection|RateLimitExceeded)$/.test(error.name);
}

function retryAfterSeconds(headers: unknown): number | undefined {
  if (typeof headers !== "object" || headers === null) return undefined;
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === "retry-after");
  const seconds = Number(header?.[1]);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** What the desk can get over; anything else is a fault of the program. */
export function deskErrorOnly(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  throw error;
}
