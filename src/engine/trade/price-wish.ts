import type { Decimal } from "decimal.js";
import { ceilToStep, type DecimalText, decimal, floorToStep, toText } from "../decimal.ts";
import type { Instrument } from "../instrument.ts";
import { breakEvenStop, stopOnGrid } from "./stop-price.ts";
import type { Trade } from "./trade.ts";
import { directionSign, riskPerUnit } from "./trade-facts.ts";

/** A price as a person means it. `r` and `percent` count from the entry, positive toward the targets. */
export type PriceWish =
  | { readonly kind: "price"; readonly price: DecimalText }
  | { readonly kind: "r"; readonly r: number }
  | { readonly kind: "percent"; readonly percent: number }
  /** Where the trade ends without a loss, fees included. */
  | { readonly kind: "break-even" };

/** A wished stop on the price grid, rounded toward less risk; unset when it is no price. */
export function wishedStop(trade: Trade, wish: PriceWish, instrument: Instrument): DecimalText | undefined {
  if (wish.kind === "break-even") return breakEvenStop(trade, instrument, { coversFees: true, offsetR: 0 });
  const price = wishedPrice(trade, wish);
  return price.gt(0) ? stopOnGrid(trade, price, instrument) : undefined;
}

/** A wished target on the price grid, rounded toward the entry; unset when it is no price. */
export function wishedTarget(trade: Trade, wish: PriceWish, instrument: Instrument): DecimalText | undefined {
  if (wish.kind === "break-even") return undefined;
  const towardEntry = trade.plan.direction === "long" ? floorToStep : ceilToStep;
  const price = towardEntry(wishedPrice(trade, wish), instrument.priceTick);
  return price.gt(0) ? toText(price) : undefined;
}

function wishedPrice(trade: Trade, wish: Exclude<PriceWish, { kind: "break-even" }>): Decimal {
  if (wish.kind === "price") return decimal(wish.price);
  const entry = decimal(trade.entryPrice ?? trade.plan.entry);
  const sign = directionSign(trade.plan.direction);
  const distance = wish.kind === "r" ? riskPerUnit(trade).mul(wish.r) : entry.mul(wish.percent).div(100);
  return entry.plus(distance.mul(sign));
}
