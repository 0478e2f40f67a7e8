/** What an entry can be denied with: each has a check in the registry. */
const ENTRY_DENIAL_CODES = [
  "risk-per-trade",
  "position-size",
  "size-below-minimum",
  "daily-loss",
  "trades-per-day",
  "open-positions",
  "symbol-busy",
  "open-risk",
  "stop-on-wrong-side",
  "short-impossible",
  "not-traded",
  "price-moved",
  "price-stale",
  "paused",
  "kill-switch",
  "expired",
  "cool-down",
  "drawdown",
  "session-trades",
  "group-risk",
  "volatility",
  "spread",
  "order-notional",
  "daily-notional",
  "order-rate",
  "leverage",
  "liquidation",
  "live-locked",
  "margin",
] as const;

export const DENIAL_CODES = [
  ...ENTRY_DENIAL_CODES,
  /** A target that price has passed already. */
  "target-reached",
  /** An entry of this size needs several people, and this person has approved already. */
  "second-person",
  /** More risk than a trader may approve: it takes an admin. */
  "trader-risk",
] as const;

export type EntryDenialCode = (typeof ENTRY_DENIAL_CODES)[number];
export type DenialCode = (typeof DENIAL_CODES)[number];

/** Our own risk said no: which limit, what it allows and what it would have been. Not an error. */
export interface Denial {
  readonly code: DenialCode;
  readonly limit?: number;
  readonly actual?: number;
  /** Epoch ms at which it no longer denies, where that is known. */
  readonly until?: number;
}
