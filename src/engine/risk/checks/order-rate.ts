import { denial, otherApprovals, type RiskCheck } from "../risk-input.ts";

const MINUTE_MS = 60_000;

/** At most `maxOrdersPerMinute` approvals within any minute. */
export const orderRate: RiskCheck = (input) => {
  const limit = input.settings.maxOrdersPerMinute;
  const since = input.account.now - MINUTE_MS;
  const actual = otherApprovals(input).filter(({ approval }) => (approval?.at ?? 0) > since).length + 1;
  return limit > 0 && actual > limit ? denial("order-rate", limit, actual) : undefined;
};
