import { type DecimalText, decimal, toText } from "../../engine/decimal.ts";
import { profitR } from "../../engine/trade/stop-price.ts";
import type { Trade, TradePlan } from "../../engine/trade/trade.ts";
import { isLive, openRisk, plannedRisk } from "../../engine/trade/trade-facts.ts";

/**
 * How far `price` lies from the entry in the trade's direction, in multiples of the planned distance to the stop:
 * from the actual average once something is filled.
 */
export function rAt(trade: Trade, price: DecimalText): number {
  return profitR(trade, price);
}

/** R of the last target as planned: what the plan hoped for. */
export function plannedR({ entry, stop, targets }: TradePlan): number {
  const risk = decimal(entry).minus(stop);
  const last = targets.at(-1);
  return last === undefined || risk.isZero() ? 0 : decimal(last).minus(entry).div(risk).toNumber();
}

/** Size as it stands now: what was proposed, then what was approved or ordered, then what was filled. */
export interface TradeSize {
  readonly quantity: DecimalText;
  readonly notional: DecimalText;
  readonly riskMoney: DecimalText;
  readonly riskPercent: number;
}

export function tradeSize(trade: Trade): TradeSize {
  const { plan } = trade;
  if (decimal(trade.entryQuantity).gt(0)) return filledSize(trade);
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

/** Of what was really filled at its real average; while something of it is open, the risk is what the stop of now would lose. */
function filledSize(trade: Trade): TradeSize {
  const { plan, entryQuantity: quantity } = trade;
  const entry = trade.entryPrice ?? plan.entry;
  const riskMoney = isLive(trade.state) ? decimal(openRisk(trade)) : decimal(plannedRisk(trade));
  const perMoney = decimal(plan.riskMoney).gt(0) ? decimal(plan.riskPercent).div(plan.riskMoney) : decimal(0);
  return {
    quantity,
    notional: trade.entryNotional ?? toText(decimal(entry).mul(quantity)),
    riskMoney: toText(riskMoney),
    riskPercent: riskMoney.mul(perMoney).toNumber(),
  };
}

/** Signed distance of `price` from the entry in percent of the entry: from the actual one once it is filled. */
export function percentFromEntry({ plan, entryPrice }: Trade, price: DecimalText): number {
  const entry = decimal(entryPrice ?? plan.entry);
  return entry.isZero() ? 0 : decimal(price).minus(entry).div(entry).mul(100).toNumber();
}

/** The average entry price with one digit more than the plan's prices have; unset while nothing is filled. */
export function averageEntry({ entryPrice, plan }: Trade): DecimalText | undefined {
  return averageOn(plan, entryPrice);
}

/** The same of what has left; unset while nothing has. */
export function averageExit({ exitPrice, plan }: Trade): DecimalText | undefined {
  return averageOn(plan, exitPrice);
}

function averageOn({ entry }: TradePlan, price: DecimalText | undefined): DecimalText | undefined {
  if (price === undefined) return undefined;
  const digits = entry.split(".")[1]?.length ?? 0;
  const average = decimal(price);
  return average.decimalPlaces() > digits ? toText(average.toDecimalPlaces(digits + 1)) : price;
}
