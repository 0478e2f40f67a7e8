import { decimal } from "../../decimal.ts";
import { openRisk as riskOf } from "../../trade/trade-facts.ts";
import { denial, otherTrades, type RiskCheck, riskMoney } from "../risk-input.ts";
import { percentOf } from "../sizing.ts";

/** If every stop were hit at once, no more than `maxOpenRiskPercent` of the balance may be lost. */
export const openRisk: RiskCheck = (input) => {
  const money = otherTrades(input).reduce((sum, trade) => sum.plus(decimal(riskOf(trade))), riskMoney(input));
  const actual = percentOf(money, input.account.balance);
  const limit = input.settings.maxOpenRiskPercent;
  return actual > limit ? denial("open-risk", limit, actual) : undefined;
};
