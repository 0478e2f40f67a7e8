import { denial, otherTrades, type RiskCheck } from "../risk-input.ts";

/** At most `maxOpenPositions` positions and working entries at one time. */
export const openPositions: RiskCheck = (input) => {
  const actual = otherTrades(input).length + 1;
  const limit = input.settings.maxOpenPositions;
  return actual > limit ? denial("open-positions", limit, actual) : undefined;
};
