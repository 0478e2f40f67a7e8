import type { Decimal } from "decimal.js";
import { ceilToStep, type DecimalText, decimal, floorToStep, toText } from "../decimal.ts";
import type { Instrument } from "../instrument.ts";
import type { Direction, Signal } from "../signal.ts";
import type { TradePlan } from "../trade/trade.ts";
import type { RiskSettings } from "./risk-settings.ts";
import { methodQuantity, type SizingFacts } from "./sizing-methods.ts";

/** The prices of a trade on the instrument's grid. */
export interface PriceLevels {
  readonly entry: Decimal;
  readonly stop: Decimal;
  readonly targets: readonly Decimal[];
}

/**
 * Puts a signal's prices on the tick grid so that no rounding makes the trade look better than it is: the entry
 * moves toward the stop, the stop toward the entry (less is lost per unit), each target toward the entry (less
 * is promised), but a target stays at least one tick away from the entry.
 */
export function levelsOnGrid(signal: Signal, priceTick: DecimalText): PriceLevels {
  const towardStop = signal.direction === "long" ? floorToStep : ceilToStep;
  const towardEntry = signal.direction === "long" ? ceilToStep : floorToStep;
  const entry = towardStop(decimal(signal.entry), priceTick);
  return {
    entry,
    stop: towardEntry(decimal(signal.stop), priceTick),
    targets: signal.targets.map((target) => targetOnGrid(signal, decimal(target), entry, priceTick)),
  };
}

function targetOnGrid(signal: Signal, target: Decimal, entry: Decimal, priceTick: DecimalText): Decimal {
  const isLong = signal.direction === "long";
  const rounded = (isLong ? floorToStep : ceilToStep)(target, priceTick);
  const isBeyond = isLong ? target.gt(signal.entry) : target.lt(signal.entry);
  if (!isBeyond || !rounded.eq(entry)) return rounded;
  return isLong ? rounded.plus(priceTick) : rounded.minus(priceTick);
}

/**
 * `min(balance x riskPercent / |entry - stop|, balance x maxPositionPercent / entry)`, or what the sizing method
 * asks for when that is less, rounded down to a whole lot. Zero without a balance or without a distance.
 */
export function sizedQuantity(
  balance: DecimalText,
  entry: Decimal,
  stop: Decimal,
  quantityStep: DecimalText,
  settings: RiskSettings,
  facts: SizingFacts = {},
): Decimal {
  const money = decimal(balance);
  const distance = entry.minus(stop).abs();
  if (!money.gt(0) || !entry.gt(0) || distance.isZero()) return decimal(0);
  // The percent is divided last: an exact product needs no guard against a quotient rounded up.
  const byRisk = money.mul(settings.riskPercent).div(distance.mul(100));
  const byPosition = money.mul(settings.maxPositionPercent).div(entry.mul(100));
  const cap = byRisk.lt(byPosition) ? byRisk : byPosition;
  const wanted = methodQuantity({ balance, entry, stop }, settings, facts);
  return floorToStep(wanted?.lt(cap) === true ? wanted : cap, quantityStep);
}

/** The plan of a signal: prices on the grid and the size that the limits allow (zero when none). */
export function planOf(
  signal: Signal,
  balance: DecimalText,
  instrument: Instrument,
  settings: RiskSettings,
  facts: SizingFacts = {},
): TradePlan {
  const { entry, stop, targets } = levelsOnGrid(signal, instrument.priceTick);
  const quantity = sizedQuantity(balance, entry, stop, instrument.quantityStep, settings, facts);
  const riskMoney = quantity.mul(entry.minus(stop).abs());
  return {
    symbol: signal.symbol,
    direction: signal.direction,
    entryType: signal.entryType,
    entry: toText(entry),
    stop: toText(stop),
    targets: targets.map(toText),
    quantity: toText(quantity),
    notional: toText(quantity.mul(entry)),
    riskMoney: toText(riskMoney),
    riskPercent: percentOf(riskMoney, balance),
  };
}

/** `part` in percent of `whole`; without a positive whole anything above zero is infinitely much. */
export function percentOf(part: Decimal, whole: DecimalText): number {
  if (decimal(whole).gt(0)) return part.mul(100).div(whole).toNumber();
  return part.gt(0) ? Number.POSITIVE_INFINITY : 0;
}

/** True when the level lies where a position of the direction loses. */
export function isOnLosingSide(direction: Direction, level: Decimal, entry: Decimal): boolean {
  return direction === "long" ? level.lt(entry) : level.gt(entry);
}
