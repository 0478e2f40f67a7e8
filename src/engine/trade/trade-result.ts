import { decimal, toText } from "../decimal.ts";
import type { CloseReason, Trade } from "./trade.ts";
import { directionSign, plannedRisk } from "./trade-facts.ts";

/** Money after fees, exact, and the same in multiples of the planned risk of what was filled. */
export function tradeResult(trade: Trade, reason: CloseReason): NonNullable<Trade["result"]> {
  const gross = decimal(trade.exitNotional ?? "0")
    .minus(trade.entryNotional ?? "0")
    .mul(directionSign(trade.plan.direction));
  const pnl = gross.minus(trade.fees);
  const risk = decimal(plannedRisk(trade));
  const isFilled = decimal(trade.entryQuantity).gt(0) && risk.gt(0);
  return { pnl: toText(pnl), r: isFilled ? pnl.div(risk).toNumber() : 0, reason };
}
