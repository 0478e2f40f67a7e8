import { decimal } from "../../decimal.ts";
import { denial, type RiskCheck } from "../risk-input.ts";
import { percentOf } from "../sizing.ts";

/** No new trades while the balance is `maxDrawdownPercent` or more below the highest there ever was. */
export const drawdown: RiskCheck = ({ account, settings }) => {
  const limit = settings.maxDrawdownPercent;
  const peak = account.peakBalance ?? account.balance;
  const actual = percentOf(decimal(peak).minus(account.balance), peak);
  return limit > 0 && actual >= limit ? denial("drawdown", limit, actual) : undefined;
};
