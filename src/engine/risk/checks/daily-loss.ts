import { breakerDenial, dailyLossBreaker } from "../breakers.ts";
import type { RiskCheck } from "../risk-input.ts";

/** No new trades once the day has lost `maxDailyLossPercent` of its first balance. */
export const dailyLoss: RiskCheck = ({ account, settings }) =>
  breakerDenial(dailyLossBreaker(account, settings));
