import { Decimal } from "decimal.js";
import { ceilToStep, decimal } from "../../decimal.ts";
import { denial, type RiskCheck, type RiskInput } from "../risk-input.ts";

/** What is left after rounding down must be enough for the exchange: it is never rounded up to fit. */
export const sizeBelowMinimum: RiskCheck = (input) => {
  const limit = smallestQuantity(input);
  const { quantity } = input;
  return quantity.lt(limit) ? denial("size-below-minimum", limit.toNumber(), quantity.toNumber()) : undefined;
};

/** An exit of spot has a smallest worth too: what was bought must still be sold after a fall of a fifth, and fees. */
const SPOT_HEADROOM = 1.3;

function smallestQuantity({ entry, instrument }: RiskInput): Decimal {
  const { quantityStep, minQuantity, minNotional, isSpot = false } = instrument;
  const worth = decimal(minNotional).mul(isSpot ? SPOT_HEADROOM : 1);
  const byNotional = entry.gt(0) ? ceilToStep(worth.div(entry), quantityStep) : decimal(0);
  return Decimal.max(decimal(quantityStep), decimal(minQuantity), byNotional);
}
