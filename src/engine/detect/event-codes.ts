import { DETECTION_KINDS, type DetectionKind } from "./detection.ts";

/** The events of every kind, in the order in which they can fall on one candle. */
export const EVENTS = {
  swing: ["confirmed"],
  "market-structure": ["bos", "choch"],
  displacement: ["detected"],
  "order-block": ["detected", "touched", "exhausted", "invalidated", "expired"],
  "breaker-block": ["detected", "retested", "invalidated", "expired"],
  "mitigation-block": ["detected", "retested", "invalidated", "expired"],
  "fair-value-gap": ["detected", "touched", "half-filled", "filled", "inverted", "expired"],
  "inverse-fair-value-gap": ["detected", "retested", "invalidated", "expired"],
  "balanced-price-range": ["detected", "touched", "filled", "expired"],
  "volume-imbalance": ["detected", "touched", "filled", "expired"],
  "opening-gap": ["detected", "touched", "filled", "expired"],
  "liquidity-pool": ["detected", "equal", "broken", "expired"],
  "liquidity-sweep": ["detected"],
  "dealing-range": ["updated"],
  "previous-range": ["detected"],
  "new-day-opening-gap": ["detected"],
  "new-week-opening-gap": ["detected"],
  session: ["opened", "closed"],
  "change-in-delivery": ["detected"],
  "judas-swing": ["detected"],
  "smt-divergence": ["detected"],
} as const satisfies Record<DetectionKind, readonly string[]>;

export type EventOf<Kind extends DetectionKind> = (typeof EVENTS)[Kind][number];

interface CodedEvent {
  readonly kind: DetectionKind;
  readonly event: string;
}

/** Kind and event by code; codes rise in the order of kinds, then of events. */
export const CODED_EVENTS: readonly CodedEvent[] = DETECTION_KINDS.flatMap((kind) =>
  EVENTS[kind].map((event) => ({ kind, event })),
);

const CODES = new Map(CODED_EVENTS.map(({ kind, event }, code) => [`${kind} ${event}`, code]));

/** The number under which an event of a kind stands in the columns of an event log. */
export function eventCode<Kind extends DetectionKind>(kind: Kind, event: EventOf<Kind>): number {
  return CODES.get(`${kind} ${event}`) ?? -1;
}
