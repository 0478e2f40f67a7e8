import { type DecimalText, decimal, toText } from "../decimal.ts";
import { isTighter, wantedStop } from "../trade/stop-price.ts";
import type { Trade } from "../trade/trade.ts";
import { directionSign, openQuantity, openRisk } from "../trade/trade-facts.ts";
import type { Denial } from "./denial.ts";
import { denial, type KnownPrice, type RiskAccount } from "./risk-input.ts";
import type { RiskSettings } from "./risk-settings.ts";
import { percentOf } from "./sizing.ts";

export interface StopRequest {
  readonly trade: Trade;
  /** On the price grid. */
  readonly stop: DecimalText;
  readonly price: KnownPrice | undefined;
  readonly account: RiskAccount;
  readonly settings: RiskSettings;
  /** Percent of the balance above which it takes an admin, when no admin asks; 0 is no limit. */
  readonly tradersMaxPercent?: number;
}

/** What the position loses when a stop is hit. */
export interface StopRisk {
  readonly stop: DecimalText;
  readonly money: DecimalText;
  /** Of the balance. */
  readonly percent: number;
}

export type StopAssessment =
  | {
      readonly status: "allowed";
      readonly isLooser: boolean;
      readonly before: StopRisk;
      readonly after: StopRisk;
    }
  | { readonly status: "denied"; readonly denials: readonly Denial[] };

/**
 * Judges a stop that a person wants. It may not trigger at once, and one that risks more stays below the limits
 * of an entry: the risk of one trade, the open risk of all, and what a trader may approve.
 */
export function assessStop(request: StopRequest): StopAssessment {
  const { trade, stop, price, account, settings } = request;
  const ageSeconds = price === undefined ? Number.NaN : (account.now - price.at) / 1000;
  if (price === undefined || !(ageSeconds <= settings.maxPriceAgeSeconds))
    return denied(denial("price-stale", settings.maxPriceAgeSeconds, ageSeconds));
  if (decimal(price.price).minus(stop).mul(directionSign(trade.plan.direction)).lte(0))
    return denied(denial("stop-on-wrong-side", Number(stop), price.price));
  const before = stopRisk(trade, wantedStop(trade), account.balance);
  const after = stopRisk(trade, stop, account.balance);
  const isLooser = isTighter(trade, wantedStop(trade), stop);
  const denials = isLooser ? limitsBroken(request, after) : [];
  return denials.length > 0 ? { status: "denied", denials } : { status: "allowed", isLooser, before, after };
}

function limitsBroken(request: StopRequest, after: StopRisk): readonly Denial[] {
  const { trade, account, settings, tradersMaxPercent = 0 } = request;
  const others = account.openTrades
    .filter(({ id }) => id !== trade.id)
    .reduce((sum, other) => sum.plus(openRisk(other)), decimal(after.money));
  const total = percentOf(others, account.balance);
  const { riskPercent, maxOpenRiskPercent } = settings;
  return [
    ...(after.percent > riskPercent ? [denial("risk-per-trade", riskPercent, after.percent)] : []),
    ...(tradersMaxPercent > 0 && after.percent > tradersMaxPercent
      ? [denial("trader-risk", tradersMaxPercent, after.percent)]
      : []),
    ...(total > maxOpenRiskPercent ? [denial("open-risk", maxOpenRiskPercent, total)] : []),
  ];
}

function stopRisk(trade: Trade, stop: DecimalText, balance: DecimalText): StopRisk {
  const distance = decimal(trade.entryPrice ?? trade.plan.entry)
    .minus(stop)
    .mul(directionSign(trade.plan.direction));
  const money = distance.gt(0) ? distance.mul(openQuantity(trade)) : decimal(0);
  return { stop, money: toText(money), percent: percentOf(money, balance) };
}

function denied(...denials: readonly Denial[]): StopAssessment {
  return { status: "denied", denials };
}
