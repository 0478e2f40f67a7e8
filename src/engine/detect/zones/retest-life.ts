import { eventCode } from "../event-codes.ts";
import { NEAR, type ZoneLife } from "./zone-life.ts";

/** Kinds of zones that came from the failure of another: what held price now turns it away. */
export type FlippedKind = "breaker-block" | "mitigation-block" | "inverse-fair-value-gap";

/**
 * The life of a flipped zone: retested by the first candle that comes back to it, without having left first,
 * invalidated by a close beyond, always a close, expired by age.
 */
export function retestLife(kind: FlippedKind, maxAge: number): ZoneLife {
  return {
    detected: eventCode(kind, "detected"),
    stages: [{ edge: NEAR, code: eventCode(kind, "retested") }],
    beyond: eventCode(kind, "invalidated"),
    expired: eventCode(kind, "expired"),
    maxAge,
  };
}
