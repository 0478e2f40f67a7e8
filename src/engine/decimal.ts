import { Decimal } from "decimal.js";

/** A decimal number in plain notation, such as "0.00001620"; never exponent notation, NaN or infinity. */
export type DecimalText = string;

/** Digits enough that products and sums of prices, quantities and fees are exact (the library's own 20 are not). */
const ExactDecimal = Decimal.clone({ defaults: true, precision: 60 });

export function decimal(value: DecimalText | number): Decimal {
  return new ExactDecimal(value);
}

/** Plain notation of a finite decimal. Throws `RangeError` for NaN and infinities. */
export function toText(value: Decimal | number): DecimalText {
  const exact = new Decimal(value);
  if (!exact.isFinite()) throw new RangeError(`not a finite number: ${exact.toString()}`);
  return exact.toFixed();
}

/** Largest multiple of `step` that is not above `value` (for quantities: less risk). */
export function floorToStep(value: Decimal, step: DecimalText): Decimal {
  return value.div(step).floor().mul(step);
}

/** Smallest multiple of `step` that is not below `value`. */
export function ceilToStep(value: Decimal, step: DecimalText): Decimal {
  return value.div(step).ceil().mul(step);
}
