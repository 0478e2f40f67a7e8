import { denial, type RiskCheck } from "../risk-input.ts";
import { percentOf } from "../sizing.ts";

/** The notional may not be more than `maxPositionPercent` of the balance. */
export const positionSize: RiskCheck = ({ entry, quantity, account, settings }) => {
  const actual = percentOf(quantity.mul(entry), account.balance);
  const limit = settings.maxPositionPercent;
  return actual > limit ? denial("position-size", limit, actual) : undefined;
};
