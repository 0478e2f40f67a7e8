import { denial, type RiskCheck, riskMoney } from "../risk-input.ts";
import { percentOf } from "../sizing.ts";

/** The stop may not cost more than `riskPercent` of the balance. */
export const riskPerTrade: RiskCheck = (input) => {
  const actual = percentOf(riskMoney(input), input.account.balance);
  const limit = input.settings.riskPercent;
  return actual > limit ? denial("risk-per-trade", limit, actual) : undefined;
};
