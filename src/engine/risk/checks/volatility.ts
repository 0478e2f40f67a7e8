import { decimal } from "../../decimal.ts";
import { denial, type RiskCheck } from "../risk-input.ts";
import { percentOf } from "../sizing.ts";

/** No entry into a market whose average candle is wider than `maxVolatilityPercent` of price. */
export const volatility: RiskCheck = ({ averageRange, entry, settings }) => {
  const limit = settings.maxVolatilityPercent;
  if (limit === 0 || averageRange === undefined || !Number.isFinite(averageRange)) return undefined;
  const actual = percentOf(decimal(averageRange), entry.toFixed());
  return actual > limit ? denial("volatility", limit, actual) : undefined;
};
