import { denial, type RiskCheck } from "../risk-input.ts";

/** At most `maxTradesPerDay` approvals on one trading day. */
export const tradesPerDay: RiskCheck = ({ account, settings }) => {
  const actual = account.tradesToday + 1;
  const limit = settings.maxTradesPerDay;
  return actual > limit ? denial("trades-per-day", limit, actual) : undefined;
};
