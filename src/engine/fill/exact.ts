import { Decimal } from "decimal.js";

/** Wide enough that sums and products of accepted prices, quantities and fees are never rounded. */
const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_EVEN });

/** A decimal whose arithmetic keeps 100 significant digits; money is added and multiplied without loss. */
export function exact(value: Decimal.Value): Decimal {
  return new Exact(value);
}
