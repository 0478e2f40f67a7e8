import type { DecimalText } from "../decimal.ts";
import type { Denial } from "../risk/denial.ts";
import type { Phrase } from "../signal.ts";
import type { EndingFact } from "../strategy/setup-end.ts";
import type { ManagementPlan, TrailingPlan } from "./management.ts";
import type { Fill, OrderLeg } from "./order.ts";
import type {
  Actor,
  CloseReason,
  PlanChange,
  SkipReason,
  StopReason,
  TargetRung,
  TradePlan,
} from "./trade.ts";

/** An order the desk is about to send, committed before it is sent. */
export interface OrderIntent {
  readonly leg: OrderLeg;
  readonly clientOrderId: string;
  readonly price?: DecimalText;
  readonly quantity: DecimalText;
}

/** Besides time and the desk's own reasons: the fact of the market that ended the setup. */
export type ExpiryReason = "time" | "superseded" | "price-left" | "restart" | EndingFact;

/** Everything that can happen to a trade after it was proposed. Past tense; `at` is epoch ms. */
export type TradeEvent =
  | {
      readonly type: "trade.approved";
      readonly at: number;
      readonly by: Actor;
      readonly sizeFactor: number;
      readonly quantity: DecimalText;
      readonly management?: ManagementPlan;
      readonly rule?: string;
    }
  /** One of several approvals; the last one is `trade.approved`. */
  | {
      readonly type: "trade.endorsed";
      readonly at: number;
      readonly by: Actor;
      readonly sizeFactor: number;
      readonly needed: number;
    }
  /** The plan was made and assessed anew at the price of the moment. */
  | { readonly type: "trade.repriced"; readonly at: number; readonly by: Actor; readonly plan: TradePlan }
  /** A person changed a part of the plan; it was assessed anew. */
  | {
      readonly type: "trade.replanned";
      readonly at: number;
      readonly by: Actor;
      readonly change: PlanChange;
      readonly plan: TradePlan;
    }
  | { readonly type: "trade.skipped"; readonly at: number; readonly by: Actor; readonly reason?: string }
  /** Told after the skip, once, by whoever skipped it. */
  | {
      readonly type: "trade.skip-explained";
      readonly at: number;
      readonly by: Actor;
      readonly reason: SkipReason;
    }
  | {
      readonly type: "trade.expired";
      readonly at: number;
      readonly reason: ExpiryReason;
      /** Prices and names for the text of the reason. */
      readonly args?: Readonly<Record<string, string | number>>;
    }
  | { readonly type: "trade.denied"; readonly at: number; readonly denials: readonly Denial[] }
  | { readonly type: "order.intended"; readonly at: number; readonly intents: readonly OrderIntent[] }
  | {
      readonly type: "order.accepted";
      readonly at: number;
      readonly clientOrderId: string;
      readonly exchangeOrderId: string;
    }
  | {
      readonly type: "order.rejected";
      readonly at: number;
      readonly clientOrderId: string;
      readonly code: string;
    }
  | {
      readonly type: "order.unknown";
      readonly at: number;
      readonly clientOrderId: string;
      readonly code: string;
    }
  | { readonly type: "order.cancelled"; readonly at: number; readonly clientOrderId: string }
  | { readonly type: "order.filled"; readonly at: number; readonly leg: OrderLeg; readonly fill: Fill }
  | {
      readonly type: "trade.protected";
      readonly at: number;
      readonly clientOrderId: string;
      readonly stop: DecimalText;
    }
  | {
      readonly type: "trade.closing";
      readonly at: number;
      readonly reason: CloseReason;
      readonly by?: Actor;
      /** The fact that made the desk give up an entry that nobody filled. */
      readonly why?: Phrase;
    }
  | {
      readonly type: "trade.stop-moved";
      readonly at: number;
      readonly stop: DecimalText;
      readonly reason: StopReason;
      /** A person; unset when the trade's own plan moved it, which only ever lowers risk. */
      readonly by?: Actor;
    }
  | {
      readonly type: "trade.targets-moved";
      readonly at: number;
      readonly rungs: readonly TargetRung[];
      readonly by: Actor;
    }
  /** A person lets the stop follow price, or no longer. What it followed before is kept for a way back. */
  | {
      readonly type: "trade.trailing-switched";
      readonly at: number;
      /** Unset: the stop follows nothing. */
      readonly trailing?: TrailingPlan;
      readonly before?: TrailingPlan;
      readonly by: Actor;
    }
  /** A person closes a part at the market; the targets are laid anew for what is left. */
  | {
      readonly type: "trade.reducing";
      readonly at: number;
      readonly intent: OrderIntent;
      readonly rungs: readonly TargetRung[];
      readonly by: Actor;
    }
  /** A person takes back what of the entry is not filled yet. */
  | { readonly type: "trade.entry-cancelled"; readonly at: number; readonly by: Actor }
  /** Price came as far as the trade's plan waits for. */
  | { readonly type: "trade.progressed"; readonly at: number; readonly r: number }
  | { readonly type: "trade.closed"; readonly at: number; readonly reason: CloseReason };

/** One kind of event. */
export type EventOf<Type extends TradeEvent["type"]> = Extract<TradeEvent, { type: Type }>;
