import { denial, notional, type RiskCheck } from "../risk-input.ts";

/** Hard cap of one order in the quote currency, whatever the balance. */
export const orderNotional: RiskCheck = (input) => {
  const limit = input.settings.maxOrderNotional;
  const actual = notional(input).toNumber();
  return limit > 0 && actual > limit ? denial("order-notional", limit, actual) : undefined;
};
