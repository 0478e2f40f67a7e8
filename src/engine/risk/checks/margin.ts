import { marginOf } from "../leverage.ts";
import { denial, type RiskCheck } from "../risk-input.ts";

/** Everything held and this entry need margin at `marginLeverage`; it must fit `maxMarginPercent` of the balance. */
export const margin: RiskCheck = (input) => {
  const { marginLeverage, maxMarginPercent: limit } = input.settings;
  if (marginLeverage === 0) return undefined;
  const actual = marginOf(input, marginLeverage);
  return actual > limit ? denial("margin", limit, actual) : undefined;
};
