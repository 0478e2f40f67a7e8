import { denial, otherApprovals, type RiskCheck } from "../risk-input.ts";

/** At most `maxTradesPerSession` approvals of signals of one session on one trading day. */
export const sessionTrades: RiskCheck = (input) => {
  const limit = input.settings.maxTradesPerSession;
  if (limit === 0 || input.session === undefined) return undefined;
  const actual = otherApprovals(input).filter(({ signal }) => signal.session === input.session).length + 1;
  return actual > limit ? denial("session-trades", limit, actual) : undefined;
};
