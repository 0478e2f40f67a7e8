import { denial, type RiskCheck } from "../risk-input.ts";

/** At an approval: the proposal must not have expired. */
export const expired: RiskCheck = ({ approval, account }) =>
  approval !== undefined && account.now >= approval.trade.expiresAt ? denial("expired") : undefined;
