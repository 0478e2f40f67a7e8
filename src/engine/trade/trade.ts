import type { DecimalText } from "../decimal.ts";
import type { Denial } from "../risk/denial.ts";
import type { Direction, EntryType, Phrase, Signal } from "../signal.ts";
import type { ManagementPlan } from "./management.ts";
import type { OrderLeg } from "./order.ts";
import type { SizeWish } from "./size-wish.ts";

export const TRADE_STATES = [
  "proposed",
  "approved",
  "submitting",
  "working",
  "partially-filled",
  "open",
  "closing",
  "closed",
  "skipped",
  "expired",
  "denied",
  "rejected",
  "unknown",
] as const;

export type TradeState = (typeof TRADE_STATES)[number];

/** States that nothing leaves any more. */
export const FINAL_STATES = [
  "closed",
  "skipped",
  "expired",
  "denied",
  "rejected",
] as const satisfies readonly TradeState[];

/** A person (or a rule a person switched on) that acted; `userId` is `platform:id`, never a user name. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
}

export interface Approval {
  readonly by: Actor;
  readonly at: number;
  /** 1 is the proposed quantity, 0.5 half of it. */
  readonly sizeFactor: number;
  /** What may be entered; unset in trades approved before it was kept: the planned quantity. */
  readonly quantity?: DecimalText;
  /** The rule that approved; `by` switched it on. */
  readonly rule?: string;
}

/** One of several approvals that a large entry needs. */
export interface Endorsement {
  readonly by: Actor;
  readonly at: number;
  readonly sizeFactor: number;
}

/** What was decided before any order existed. Prices and quantities are already on the instrument's grid. */
export interface TradePlan {
  readonly symbol: string;
  readonly direction: Direction;
  readonly entryType: EntryType;
  readonly entry: DecimalText;
  readonly stop: DecimalText;
  readonly targets: readonly DecimalText[];
  readonly quantity: DecimalText;
  readonly notional: DecimalText;
  /** Money lost when the stop is hit at its price, without fees. */
  readonly riskMoney: DecimalText;
  /** The same in percent of the balance at the time. */
  readonly riskPercent: number;
  /** The size that a person asked for; unset: the one of the settings. */
  readonly wish?: SizeWish;
  /** Percent of the balance above which no position may lie, where that made the size smaller. */
  readonly cappedAtPercent?: number;
}

export interface OrderState {
  readonly leg: OrderLeg;
  readonly clientOrderId: string;
  readonly exchangeOrderId?: string;
  readonly price?: DecimalText;
  readonly quantity: DecimalText;
  readonly status: "intended" | "working" | "filled" | "cancelled" | "rejected" | "unknown";
  /** Sum of its fills; unset while there are none. */
  readonly filledQuantity?: DecimalText;
  /** Epoch ms at which the intent was committed. */
  readonly intendedAt?: number;
  /** Trigger price of a stop as it was read back from the exchange; unset while nobody has looked. */
  readonly confirmedPrice?: DecimalText;
}

export const CLOSE_REASONS = [
  "stop",
  "target",
  "manual",
  "panic",
  "time",
  "session-end",
  "entry-cancelled",
] as const;

export type CloseReason = (typeof CLOSE_REASONS)[number];

export const STOP_REASONS = ["break-even", "trailing", "manual"] as const;

/** Why a stop stands where it was not planned. */
export type StopReason = (typeof STOP_REASONS)[number];

export const PLAN_CHANGES = ["stop", "targets", "entry"] as const;

/** Which part of a proposal's plan a person changed. */
export type PlanChange = (typeof PLAN_CHANGES)[number];

export const SKIP_REASONS = [
  "weak-setup",
  "against-bias",
  "news",
  "too-late",
  "enough-risk",
  "other",
] as const;

/** Why a person left a setup aside. */
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Where a stop was moved to; the old one goes when this one was read back. */
export interface MovedStop {
  readonly price: DecimalText;
  readonly reason: StopReason;
  /** Epoch ms. */
  readonly at: number;
  /** Unset when the trade's own plan moved it. */
  readonly by?: Actor;
}

/** One target of a ladder that was laid anew. */
export interface TargetRung {
  readonly price: DecimalText;
  readonly quantity: DecimalText;
}

/** Targets in place of the planned ones. Orders of targets before the one numbered `after` are of older ladders. */
export interface MovedTargets {
  readonly rungs: readonly TargetRung[];
  readonly after: number;
  readonly by: Actor;
}

export interface Trade {
  readonly id: string;
  /** Rises by one with every committed transition. */
  readonly version: number;
  readonly state: TradeState;
  readonly signal: Signal;
  readonly plan: TradePlan;
  readonly settingsVersion: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number;
  /** Approvals so far of an entry that needs `needed` people. */
  readonly endorsed?: { readonly needed: number; readonly given: readonly Endorsement[] };
  /** Who made the plan anew at a later price. */
  readonly repriced?: { readonly by: Actor; readonly at: number };
  /** Who changed what of the plan last, before anybody approved it. */
  readonly replanned?: { readonly by: Actor; readonly at: number; readonly change: PlanChange };
  readonly approval?: Approval;
  /** In order of creation. */
  readonly orders: readonly OrderState[];
  readonly fillIds: readonly string[];
  readonly entryQuantity: DecimalText;
  /** Epoch ms of the first fill of the entry; unset while there is none. */
  readonly openedAt?: number;
  /** Average, to 20 digits; the exact money is in `entryNotional`. */
  readonly entryPrice?: DecimalText;
  /** Exact sum of price times quantity of the entry's fills; unset while there are none. */
  readonly entryNotional?: DecimalText;
  readonly exitQuantity: DecimalText;
  readonly exitPrice?: DecimalText;
  readonly exitNotional?: DecimalText;
  readonly fees: DecimalText;
  /** Price of the stop that was read back from the exchange; unset while unprotected. */
  readonly protectedAt?: DecimalText;
  readonly closing?: { readonly reason: CloseReason; readonly by?: Actor; readonly why?: Phrase };
  /** Frozen at the approval; unset in trades approved before there was one. */
  readonly management?: ManagementPlan;
  /** Who chose by hand what the stop follows; unset while that is as at the approval. */
  readonly trailingSwitched?: { readonly by: Actor; readonly at: number };
  /** Unset while the stop is where it was planned. */
  readonly stop?: MovedStop;
  /** Unset while the targets are as planned. */
  readonly ladder?: MovedTargets;
  /** The highest profit in R, of those its plan waits for, that was reached. */
  readonly bestR?: number;
  /** Who took back the rest of the entry. */
  readonly entryCancelledBy?: Actor;
  /** Set when `closed`: money after fees, and the same in multiples of the planned risk of the filled size. */
  readonly result?: { readonly pnl: DecimalText; readonly r: number; readonly reason: CloseReason };
  /** Every limit that said no, when `denied`. */
  readonly denials?: readonly Denial[];
  /** Why it was skipped, expired, denied or rejected: a text key and its values. */
  readonly ended?: {
    readonly key: string;
    readonly args?: Readonly<Record<string, string | number>>;
    /** Who skipped it; no other end has a person. */
    readonly by?: Actor;
  };
}
