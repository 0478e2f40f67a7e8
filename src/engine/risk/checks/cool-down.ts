import { breakerDenial, coolDownBreaker } from "../breakers.ts";
import type { RiskCheck } from "../risk-input.ts";

/** After `coolDownLosses` losses in a row: no new trades until `coolDownMinutes` after the last of them. */
export const coolDown: RiskCheck = ({ account, settings }) =>
  breakerDenial(coolDownBreaker(account, settings));
