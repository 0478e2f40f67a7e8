import { decimal } from "../../decimal.ts";
import { approvedQuantity } from "../../trade/trade-facts.ts";
import { denial, notional, otherApprovals, type RiskCheck } from "../risk-input.ts";

/** Hard cap of all entries approved on one trading day in the quote currency, at their planned prices. */
export const dailyNotional: RiskCheck = (input) => {
  const limit = input.settings.maxDailyNotional;
  const actual = otherApprovals(input)
    .reduce((sum, trade) => sum.plus(decimal(approvedQuantity(trade)).mul(trade.plan.entry)), notional(input))
    .toNumber();
  return limit > 0 && actual > limit ? denial("daily-notional", limit, actual) : undefined;
};
