import { denial, type RiskCheck } from "../risk-input.ts";

/** No new trades while a person has paused the desk. */
export const paused: RiskCheck = ({ account }) => (account.paused ? denial("paused") : undefined);
