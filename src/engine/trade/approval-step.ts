import { type DecimalText, decimal } from "../decimal.ts";
import type { MemberRole } from "../ports/roster.ts";
import type { Denial } from "../risk/denial.ts";
import { denial } from "../risk/risk-input.ts";
import { percentOf } from "../risk/sizing.ts";
import type { ApprovalSettings } from "./approval-settings.ts";
import { approvalEvent } from "./decide.ts";
import type { ManagementPlan } from "./management.ts";
import type { AssessedEntry } from "./order.ts";
import type { Actor, Trade } from "./trade.ts";
import type { TradeEvent } from "./trade-event.ts";
import { riskPerUnit } from "./trade-facts.ts";

export interface ApprovalRequest {
  /** Assessed at the size of `agreedFactor`. */
  readonly order: AssessedEntry;
  /** At which the entry is expected to fill. */
  readonly price: number;
  readonly by: Actor;
  /** What `by` may do on this desk; who is not known as an admin is bound by the limit of traders. */
  readonly role?: MemberRole | undefined;
  readonly balance: DecimalText;
  readonly sizeFactor: number;
  readonly management: ManagementPlan;
  readonly settings: ApprovalSettings;
  /** Whoever is behind a user id; the same human may have several. Unset: every id is a person of its own. */
  readonly personOf?: ((userId: string) => string) | undefined;
  /** Name of the rule that approves in place of `by`, who switched it on. */
  readonly rule?: string;
}

export type ApprovalStep =
  | { readonly status: "approved" | "endorsed"; readonly event: TradeEvent; readonly needed: number }
  | { readonly status: "denied"; readonly denials: readonly Denial[] };

/** Where several people approve, the smallest size that one of them wanted counts. */
export function agreedFactor(trade: Trade, sizeFactor: number): number {
  return Math.min(sizeFactor, ...(trade.endorsed?.given ?? []).map((each) => each.sizeFactor));
}

/**
 * What one approval comes to. Above the risk that traders may approve it takes an admin. Above the notional of the
 * settings it is one of several, each by another person; a rule is no person and approves nothing there, nor above its
 * own notional (the caller asks for that).
 */
export function approvalStep(trade: Trade, request: ApprovalRequest): ApprovalStep {
  const { order, price, by, settings, management, rule } = request;
  const sizeFactor = agreedFactor(trade, request.sizeFactor);
  const tooMuch = aboveTraders(trade, request);
  if (tooMuch !== undefined) return { status: "denied", denials: [tooMuch] };
  const needed = neededPeople(order, price, settings);
  const given = trade.endorsed?.given ?? [];
  const { personOf = (userId) => userId } = request;
  const isRepeated = given.some((each) => personOf(each.by.userId) === personOf(by.userId));
  if (needed > 1 && (rule !== undefined || isRepeated))
    return { status: "denied", denials: [{ code: "second-person", limit: needed, actual: given.length }] };
  if (given.length + 1 < needed) {
    const at = order.createdAt;
    return { status: "endorsed", event: { type: "trade.endorsed", at, by, sizeFactor, needed }, needed };
  }
  const event = approvalEvent(order, by, sizeFactor, management, rule);
  return { status: "approved", event, needed };
}

function aboveTraders(trade: Trade, request: ApprovalRequest): Denial | undefined {
  const { order, balance, role, rule, settings } = request;
  const limit = settings.traderMaxRiskPercent;
  // A rule is switched on by an admin, and has its own limit.
  if (limit === 0 || role === "admin" || rule !== undefined) return undefined;
  // A market entry may have moved away from its plan: the larger distance to the stop counts.
  const distance = decimal(request.price).minus(trade.plan.stop).abs();
  const perUnit = distance.gt(riskPerUnit(trade)) ? distance : riskPerUnit(trade);
  const actual = percentOf(perUnit.mul(order.quantity), balance);
  return actual > limit ? denial("trader-risk", limit, actual) : undefined;
}

function neededPeople(order: AssessedEntry, price: number, settings: ApprovalSettings): number {
  const { secondAboveNotional: limit, neededPeople: people } = settings;
  return limit > 0 && decimal(order.quantity).mul(price).gt(limit) ? people : 1;
}
