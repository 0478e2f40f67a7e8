import { leverageOf } from "../leverage.ts";
import { denial, type RiskCheck } from "../risk-input.ts";

/** All positions and working entries together may not be more than `maxLeverage` times the balance. */
export const leverage: RiskCheck = (input) => {
  const limit = input.settings.maxLeverage;
  const actual = leverageOf(input);
  return limit > 0 && actual > limit ? denial("leverage", limit, actual) : undefined;
};
