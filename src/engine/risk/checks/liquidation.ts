import { leverageOf } from "../leverage.ts";
import { denial, type RiskCheck } from "../risk-input.ts";
import { percentOf } from "../sizing.ts";

/** Part of a position's value that exchanges keep as maintenance margin; the lowest tier of the larger venues. */
const MAINTENANCE_PERCENT = 0.5;

/**
 * With cross margin a move of `100 / leverage - maintenance` percent against all positions at once takes the
 * account. It must lie at least `minLiquidationDistance` times as far away as the stop.
 */
export const liquidation: RiskCheck = (input) => {
  const limit = input.settings.minLiquidationDistance;
  if (limit === 0) return undefined;
  const stopPercent = percentOf(input.entry.minus(input.stop).abs(), input.entry.toFixed());
  const liquidationPercent = 100 / leverageOf(input) - MAINTENANCE_PERCENT;
  const actual = liquidationPercent / stopPercent;
  return actual < limit ? denial("liquidation", limit, actual) : undefined;
};
