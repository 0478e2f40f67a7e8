/** How a stop follows price. `distance` is in ATRs, for `percent` in percent of price. */
export interface TrailingPlan {
  /** `structure`: behind the last confirmed opposite swing of `layer`, `distance` ATRs away from it. */
  readonly by: "atr" | "structure" | "percent";
  readonly distance: number;
  /** Layer of swings; of `structure` only. */
  readonly layer?: string;
  /** Begins when price has been this many R in profit. */
  readonly startR: number;
  /** Smaller improvements than this many R are not worth an order. */
  readonly stepR: number;
}

export interface BreakEvenPlan {
  /** Number of the target that moves the stop when it is filled. */
  readonly afterTarget?: number;
  /** Profit in R that moves the stop. */
  readonly afterR?: number;
  /** How far beyond the entry, in R. */
  readonly offsetR: number;
  /** Beyond what entry and exit cost in fees. */
  readonly coversFees: boolean;
}

/** How a position is looked after. Frozen when the trade is approved: later settings are for later trades. */
export interface ManagementPlan {
  /** Percent of the position that each target closes; what they leave runs on. Unset: even shares. */
  readonly shares?: readonly number[];
  readonly breakEven?: BreakEvenPlan;
  readonly trailing?: TrailingPlan;
  /** Closes a position that is `afterMs` old and never was `minR` in profit. */
  readonly timeStop?: { readonly afterMs: number; readonly minR: number };
  /** Closes at this time, epoch ms: the end of the session. */
  readonly closeAt?: number;
}
