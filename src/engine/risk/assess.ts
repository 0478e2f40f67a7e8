import type { Decimal } from "decimal.js";
import { decimal, floorToStep, toText } from "../decimal.ts";
import { DeskError } from "../errors.ts";
import type { Instrument } from "../instrument.ts";
import type { Signal } from "../signal.ts";
import { clientOrderId, nextAttempt } from "../trade/client-order-id.ts";
import type { AssessedEntry, OrderRequest } from "../trade/order.ts";
import type { SizeWish } from "../trade/size-wish.ts";
import type { Trade, TradePlan } from "../trade/trade.ts";
import { directionSign, entryOrder, sideOf } from "../trade/trade-facts.ts";
import type { Denial } from "./denial.ts";
import { denialsOf } from "./registry.ts";
import { denial, type KnownPrice, type RiskAccount } from "./risk-input.ts";
import type { RiskSettings } from "./risk-settings.ts";
import { planOf, sizedQuantity } from "./sizing.ts";
import type { SizingFacts } from "./sizing-methods.ts";

export type Assessment =
  | { readonly status: "approved"; readonly plan: TradePlan }
  /** `plan` is unset when the signal's prices are no prices. */
  | { readonly status: "denied"; readonly plan?: TradePlan; readonly denials: readonly Denial[] };

/** Sizes a signal, as the settings say or as somebody wishes, and tells every limit that speaks against it. */
export function assess(
  signal: Signal,
  account: RiskAccount,
  instrument: Instrument,
  settings: RiskSettings,
  wish?: SizeWish,
): Assessment {
  if (!hasPrices(signal)) {
    return { status: "denied", denials: [denial("stop-on-wrong-side", signal.stop, signal.entry)] };
  }
  const plan = planOf(signal, account.balance, instrument, settings, sizingFacts(signal, account), wish);
  const denials = denialsOf({
    ...levelsOf(plan),
    ...factsOf(signal),
    quantity: decimal(plan.quantity),
    account,
    instrument,
    settings,
  });
  return denials.length === 0 ? { status: "approved", plan } : { status: "denied", plan, denials };
}

function hasPrices({ entry, stop, targets }: Signal): boolean {
  return (
    targets.length > 0 && [entry, stop, ...targets].every((price) => Number.isFinite(price) && price > 0)
  );
}

function levelsOf(plan: TradePlan) {
  return {
    symbol: plan.symbol,
    direction: plan.direction,
    entry: decimal(plan.entry),
    stop: decimal(plan.stop),
    targets: plan.targets.map(decimal),
  };
}

/** What a signal tells besides its prices; the average range follows from how many of them the stop is away. */
function factsOf({ entry, stop, features, session }: Signal) {
  const ranges = features.stopDistanceAtr;
  return { session, ...(ranges !== undefined && { averageRange: Math.abs(entry - stop) / ranges }) };
}

function sizingFacts(signal: Signal, { results }: RiskAccount): SizingFacts {
  return { ...factsOf(signal), timeframe: signal.timeframe, results };
}

export interface RepriceRequest extends Pick<EntryRequest, "trade" | "account" | "instrument" | "settings"> {
  readonly price: KnownPrice;
}

/**
 * A plan with the same stop and targets that enters at the price of now, sized and judged anew, as an approval
 * of it would be: price must be fresh, on the right side of the stop and short of the first target.
 */
export function assessReprice({ trade, price, account, instrument, settings }: RepriceRequest): Assessment {
  const signal = plannedSignal(trade, { entry: price.price });
  if (!hasPrices(signal))
    return { status: "denied", denials: [denial("price-stale", settings.maxPriceAgeSeconds)] };
  return assessNewPlan(signal, { trade, price, account, instrument, settings });
}

/** The signal of a trade with the prices that its plan has by now, and with other ones in their place. */
export function plannedSignal({ signal, plan }: Trade, changes: Partial<PlanPrices> = {}): Signal {
  const { entryType } = plan;
  const targets = plan.targets.map(Number);
  return { ...signal, entryType, entry: Number(plan.entry), stop: Number(plan.stop), targets, ...changes };
}

type PlanPrices = Pick<Signal, "entryType" | "entry" | "stop" | "targets">;

export interface ReplanRequest extends RepriceRequest {
  readonly changes: Partial<PlanPrices>;
}

/** A proposal with another stop, other targets or another kind of entry, sized and judged anew. */
export function assessReplan({ changes, ...request }: ReplanRequest): Assessment {
  return assessNewPlan(plannedSignal(request.trade, changes), request);
}

function assessNewPlan(
  signal: Signal,
  { trade, price, account, instrument, settings }: RepriceRequest,
): Assessment {
  const sign = directionSign(signal.direction);
  const reached = signal.targets.find(
    (target) => (target - price.price) * sign <= 0 || (target - signal.entry) * sign <= 0,
  );
  if (reached !== undefined)
    return { status: "denied", denials: [denial("target-reached", reached, price.price)] };
  const facts = sizingFacts(trade.signal, account);
  const plan = planOf(signal, account.balance, instrument, settings, facts, trade.plan.wish);
  const denials = denialsOf({
    ...levelsOf(plan),
    ...factsOf(trade.signal),
    quantity: decimal(plan.quantity),
    account,
    instrument,
    settings,
    approval: { trade: { ...trade, plan }, price },
  });
  return denials.length === 0 ? { status: "approved", plan } : { status: "denied", plan, denials };
}

export interface EntryRequest {
  /** `proposed` at the tap, `approved` when it is checked again right before it is sent. */
  readonly trade: Trade;
  readonly account: RiskAccount;
  readonly instrument: Instrument;
  readonly settings: RiskSettings;
  /** Unset when no price is known. */
  readonly price: KnownPrice | undefined;
  /** 1 is the proposed quantity. Of an approved trade the factor of its approval counts. */
  readonly sizeFactor: number;
  /** Name of this desk at the exchange, part of the client order id. */
  readonly instance: string;
}

export type EntryAssessment =
  | { readonly status: "approved"; readonly order: AssessedEntry }
  | { readonly status: "denied"; readonly denials: readonly Denial[] };

/**
 * Judges an entry at the current price. The size may shrink against the plan (a market entry that drifted away
 * from its stop risks more per unit) but never grows. The only place that makes an `AssessedEntry`.
 * Throws `DeskError` `trade-transition-impossible` when the trade is past the point where an entry may be made.
 */
export function assessEntry(request: EntryRequest): EntryAssessment {
  const { trade, account, instrument, settings, price } = request;
  requireEnterable(trade);
  const levels = { ...levelsOf(trade.plan), entry: expectedEntry(trade.plan, price) };
  const quantity = entryQuantity(request, levels.entry, levels.stop);
  const approval = { trade, price };
  const facts = factsOf(trade.signal);
  const denials = denialsOf({ ...levels, ...facts, quantity, account, instrument, settings, approval });
  if (denials.length > 0) return { status: "denied", denials };
  return { status: "approved", order: entryRequest(request, quantity) as AssessedEntry };
}

function requireEnterable(trade: Trade): void {
  const isEnterable = trade.state === "proposed" || trade.state === "approved";
  if (isEnterable && entryOrder(trade) === undefined) return;
  throw new DeskError("trade-transition-impossible", {
    trade: trade.id,
    state: trade.state,
    event: "order.intended",
  });
}

/** Where the entry will fill: at its limit, or at about the last price. */
function expectedEntry(plan: TradePlan, price: KnownPrice | undefined): Decimal {
  return decimal(plan.entryType === "market" && price !== undefined ? price.price : plan.entry);
}

function entryQuantity(request: EntryRequest, entry: Decimal, stop: Decimal): Decimal {
  const { trade, account, instrument, settings } = request;
  const sizeFactor = trade.approval?.sizeFactor ?? request.sizeFactor;
  if (!Number.isFinite(sizeFactor) || sizeFactor <= 0) return decimal(0);
  const facts = sizingFacts(trade.signal, account);
  // A wish of a person takes the place of the method; the limits hold for both.
  const method =
    trade.plan.wish === undefined ? settings : { ...settings, sizing: "fixed-fraction" as const };
  const sized = sizedQuantity(account.balance, entry, stop, instrument.quantityStep, method, facts);
  const wanted = smaller(decimal(trade.plan.quantity), sized).mul(sizeFactor);
  const allowed = smaller(wanted, decimal(trade.approval?.quantity ?? toText(wanted)));
  return floorToStep(allowed, instrument.quantityStep);
}

function smaller(left: Decimal, right: Decimal): Decimal {
  return left.lt(right) ? left : right;
}

function entryRequest({ trade, account, instance }: EntryRequest, quantity: Decimal): OrderRequest {
  const { symbol, direction, entryType, entry } = trade.plan;
  const request = {
    clientOrderId: clientOrderId(instance, trade.id, "entry", nextAttempt(trade, "entry")),
    symbol,
    side: sideOf(direction, "entry"),
    type: entryType,
    quantity: toText(quantity),
    reduceOnly: false,
    createdAt: account.now,
  };
  return entryType === "limit" ? { ...request, price: entry } : request;
}
