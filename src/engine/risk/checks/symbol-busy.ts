import { denial, otherTrades, type RiskCheck } from "../risk-input.ts";

/**
 * One trade for each symbol: exits of two trades on one symbol could not be told apart at the exchange. A
 * proposal keeps the symbol too, but not against a person who approves another proposal of it.
 */
export const symbolBusy: RiskCheck = (input) => {
  const proposals = input.approval === undefined ? input.account.proposals : [];
  const busy = [...otherTrades(input), ...proposals].filter(({ plan }) => plan.symbol === input.symbol);
  return busy.length > 0 ? denial("symbol-busy", 1, busy.length + 1) : undefined;
};
