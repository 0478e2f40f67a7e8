import { decimal } from "../../decimal.ts";
import { openRisk } from "../../trade/trade-facts.ts";
import { denial, otherTrades, type RiskCheck, riskMoney } from "../risk-input.ts";
import { percentOf } from "../sizing.ts";

/** If every stop of one correlated group were hit at once, no more than `maxGroupRiskPercent` may be lost. */
export const groupRisk: RiskCheck = (input) => {
  const { account, settings, symbol } = input;
  const limit = settings.maxGroupRiskPercent;
  if (limit === 0) return undefined;
  const actuals = settings.correlatedGroups
    .filter((group) => group.includes(symbol))
    .map((group) =>
      otherTrades(input)
        .filter(({ plan }) => group.includes(plan.symbol))
        .reduce((sum, trade) => sum.plus(decimal(openRisk(trade))), riskMoney(input)),
    )
    .map((money) => percentOf(money, account.balance));
  const actual = Math.max(...actuals);
  return actual > limit ? denial("group-risk", limit, actual) : undefined;
};
