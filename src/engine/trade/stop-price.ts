import type { Decimal } from "decimal.js";
import { ceilToStep, type DecimalText, decimal, floorToStep, toText } from "../decimal.ts";
import type { Instrument } from "../instrument.ts";
import type { BreakEvenPlan } from "./management.ts";
import type { OrderState, Trade } from "./trade.ts";
import { directionSign, riskPerUnit } from "./trade-facts.ts";

/** Where the trade's stop should be: where it was moved to last, or where it was planned. */
export function wantedStop(trade: Trade): DecimalText {
  return trade.stop?.price ?? trade.plan.stop;
}

/** True when a stop at `price` loses less (or wins more) than one at `other`. */
export function isTighter(trade: Trade, price: DecimalText, other: DecimalText): boolean {
  return decimal(price).minus(other).mul(directionSign(trade.plan.direction)).gt(0);
}

/** Profit of the trade at a price before fees, from where it was really entered, in planned R; 0 without a distance. */
export function profitR(trade: Trade, price: number | DecimalText): number {
  const risk = riskPerUnit(trade);
  if (risk.isZero()) return 0;
  const move = decimal(price).minus(trade.entryPrice ?? trade.plan.entry);
  return move.mul(directionSign(trade.plan.direction)).div(risk).toNumber();
}

/** On the price grid, toward less risk. */
export function stopOnGrid(trade: Trade, price: Decimal, { priceTick }: Instrument): DecimalText {
  return toText((trade.plan.direction === "long" ? ceilToStep : floorToStep)(price, priceTick));
}

/**
 * The stop at which the trade ends without a loss. With fees `f` of both sides a long breaks even at
 * `entry (1 + f) / (1 - f)`, a short at `entry (1 - f) / (1 + f)`.
 */
export function breakEvenStop(
  trade: Trade,
  instrument: Instrument,
  { coversFees, offsetR }: Pick<BreakEvenPlan, "coversFees" | "offsetR">,
): DecimalText {
  const entry = decimal(trade.entryPrice ?? trade.plan.entry);
  const sign = directionSign(trade.plan.direction);
  const fee = decimal(coversFees ? instrument.takerFee : 0).mul(sign);
  const even = entry.mul(fee.plus(1)).div(decimal(1).minus(fee));
  return stopOnGrid(trade, even.plus(riskPerUnit(trade).mul(offsetR).mul(sign)), instrument);
}

/** True when the order is the stop that the trade wants since it was moved. */
export function isWantedStop(trade: Trade, order: OrderState): boolean {
  return order.leg === "stop" && order.price !== undefined && decimal(order.price).eq(wantedStop(trade));
}
