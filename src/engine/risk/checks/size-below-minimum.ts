import { Decimal } from "decimal.js";
import { ceilToStep, decimal } from "../../decimal.ts";
import { denial, type RiskCheck, type RiskInput } from "../risk-input.ts";

/** What is left after rounding down must be enough for the exchange: it is never rounded up to fit. */
export const sizeBelowMinimum: RiskCheck = (input) => {
  const limit = smallestQuantity(input);
  const { quantity } = input;
  return quantity.lt(limit) ? denial("size-below-minimum", limit.toNumber(), quantity.toNumber()) : undefined;
};

function smallestQuantity({ entry, instrument }: RiskInput): Decimal {
  const { quantityStep, minQuantity, minNotional } = instrument;
  const byNotional = entry.gt(0) ? ceilToStep(decimal(minNotional).div(entry), quantityStep) : decimal(0);
  return Decimal.max(decimal(quantityStep), decimal(minQuantity), byNotional);
}
