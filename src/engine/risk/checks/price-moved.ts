import { decimal } from "../../decimal.ts";
import type { Trade } from "../../trade/trade.ts";
import { directionSign, riskPerUnit } from "../../trade/trade-facts.ts";
import { denial, type RiskCheck } from "../risk-input.ts";

/**
 * At an approval: price may not be further than `maxDriftR` from where the signal was made, nor at its first
 * target already. For a limit entry only a move toward the stop counts as drift; away from it the order waits.
 */
export const priceMoved: RiskCheck = ({ approval, settings }) => {
  if (approval?.price === undefined) return undefined;
  const { trade, price } = approval;
  const moved = inR(trade, price.price);
  const toTarget = inR(trade, trade.plan.targets[0] ?? trade.plan.entry);
  const drift = trade.plan.entryType === "limit" ? Math.max(0, -moved) : Math.abs(moved);
  if (drift > settings.maxDriftR) return denial("price-moved", settings.maxDriftR, drift);
  return moved >= toTarget ? denial("price-moved", toTarget, moved) : undefined;
};

/** Distance of a price from the planned entry in R; positive toward the targets. */
function inR(trade: Trade, price: string | number): number {
  return decimal(price)
    .minus(trade.plan.entry)
    .mul(directionSign(trade.plan.direction))
    .div(riskPerUnit(trade))
    .toNumber();
}
