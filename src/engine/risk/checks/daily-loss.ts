import { decimal } from "../../decimal.ts";
import { denial, type RiskCheck } from "../risk-input.ts";
import { percentOf } from "../sizing.ts";

/** No new trades once the day has lost `maxDailyLossPercent` of its first balance. */
export const dailyLoss: RiskCheck = ({ account, settings }) => {
  const actual = percentOf(decimal(account.realisedToday).neg(), account.dayStartBalance);
  const limit = settings.maxDailyLossPercent;
  return actual >= limit ? denial("daily-loss", limit, actual) : undefined;
};
