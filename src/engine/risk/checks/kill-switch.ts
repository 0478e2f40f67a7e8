import { denial, type RiskCheck } from "../risk-input.ts";

/** No new trades after a panic until a person resumes. */
export const killSwitch: RiskCheck = ({ account }) => (account.killed ? denial("kill-switch") : undefined);
