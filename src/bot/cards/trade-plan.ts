import { type DecimalText, decimal, toText } from "../../engine/decimal.ts";
import type { Trade, TradePlan } from "../../engine/trade/trade.ts";

/** How far `price` lies from the entry in the trade's direction, in multiples of the distance to the stop. */
export function rAt(plan: TradePlan, price: DecimalText): number {
  const risk = decimal(plan.entry).minus(plan.stop);
  return risk.isZero() ? 0 : decimal(price).minus(plan.entry).div(risk).toNumber();
}

/** R of the last target: what the plan hoped for. */
export function plannedR(plan: TradePlan): number {
  const last = plan.targets.at(-1);
  return last === undefined ? 0 : rAt(plan, last);
}

/** Size as it stands now: what was proposed, then what was approved, then what the entry order asks for. */
export interface TradeSize {
  readonly quantity: DecimalText;
  readonly notional: DecimalText;
  readonly riskMoney: DecimalText;
  readonly riskPercent: number;
}

export function tradeSize(trade: Trade): TradeSize {
  const { plan } = trade;
  const entry = trade.orders.find((order) => order.leg === "entry");
  const quantity = entry?.quantity ?? trade.approval?.quantity;
  if (quantity === undefined || decimal(plan.quantity).isZero()) return plan;
  const share = decimal(quantity).div(plan.quantity);
  return {
    quantity,
    notional: toText(share.mul(plan.notional)),
    riskMoney: toText(share.mul(plan.riskMoney)),
    riskPercent: share.mul(plan.riskPercent).toNumber(),
  };
}

/** Signed distance of `price` from the entry in percent of the entry. */
export function percentFromEntry(plan: TradePlan, price: DecimalText): number {
  const entry = decimal(plan.entry);
  return entry.isZero() ? 0 : decimal(price).minus(entry).div(entry).mul(100).toNumber();
}

/** The average entry price with one digit more than the plan's prices have; unset while nothing is filled. */
export function averageEntry({ entryPrice, plan }: Trade): DecimalText | undefined {
  if (entryPrice === undefined) return undefined;
  const digits = plan.entry.split(".")[1]?.length ?? 0;
  const average = decimal(entryPrice);
  return average.decimalPlaces() > digits ? toText(average.toDecimalPlaces(digits + 1)) : entryPrice;
}
