import { breakerDenial, drawdownBreaker } from "../breakers.ts";
import type { RiskCheck } from "../risk-input.ts";

/** No new trades from a drawdown of `maxDrawdownPercent` on until a person resumes. */
export const drawdown: RiskCheck = ({ account, settings }) =>
  breakerDenial(drawdownBreaker(account, settings));
