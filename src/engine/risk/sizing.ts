import type { Decimal } from "decimal.js";
import { ceilToStep, type DecimalText, decimal, floorToStep, toText } from "../decimal.ts";
import type { Instrument } from "../instrument.ts";
import type { Direction, Signal } from "../signal.ts";
import { type SizeWish, wishedQuantity } from "../trade/size-wish.ts";
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
  return sizing({ balance, entry, stop, quantityStep, settings, facts }).quantity;
}

interface SizingInput {
  readonly balance: DecimalText;
  readonly entry: Decimal;
  readonly stop: Decimal;
  readonly quantityStep: DecimalText;
  readonly settings: RiskSettings;
  readonly facts: SizingFacts;
}

interface Sizing {
  readonly quantity: Decimal;
  /** The largest position allowed made it smaller than what was asked for. */
  readonly isCapped: boolean;
}

function sizing({ balance, entry, stop, quantityStep, settings, facts }: SizingInput): Sizing {
  const money = decimal(balance);
  const distance = entry.minus(stop).abs();
  if (!money.gt(0) || !entry.gt(0) || distance.isZero()) return { quantity: decimal(0), isCapped: false };
  // The percent is divided last: an exact product needs no guard against a quotient rounded up.
  const byRisk = money.mul(settings.riskPercent).div(distance.mul(100));
  const byPosition = money.mul(settings.maxPositionPercent).div(entry.mul(100));
  const method = methodQuantity({ balance, entry, stop }, settings, facts);
  const wanted = method?.lt(byRisk) === true ? method : byRisk;
  const isCapped = byPosition.lt(wanted);
  return { quantity: floorToStep(isCapped ? byPosition : wanted, quantityStep), isCapped };
}

/**
 * The size that a person asked for. One asked for as a risk is capped by the largest position as the desk's own
 * are; a quantity or a notional is taken at its word, and the limits say what they think of it.
 */
function wishedSizing(wish: SizeWish, input: SizingInput): Sizing {
  if (wish.kind !== "risk")
    return { quantity: floorToStep(wishedQuantity(wish, input), input.quantityStep), isCapped: false };
  const settings = { ...input.settings, sizing: "fixed-fraction", riskPercent: wish.percent } as const;
  return sizing({ ...input, settings });
}

/** The plan of a signal: prices on the grid and the size that the limits allow (zero when none), or that of `wish`. */
export function planOf(
  signal: Signal,
  balance: DecimalText,
  instrument: Instrument,
  settings: RiskSettings,
  facts: SizingFacts = {},
  wish?: SizeWish,
): TradePlan {
  const { entry, stop, targets } = levelsOnGrid(signal, instrument.priceTick);
  const { quantityStep } = instrument;
  const input = { balance, entry, stop, quantityStep, settings, facts };
  const { quantity, isCapped } = wish === undefined ? sizing(input) : wishedSizing(wish, input);
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
    ...(wish && { wish }),
    ...(isCapped && { cappedAtPercent: settings.maxPositionPercent }),
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
