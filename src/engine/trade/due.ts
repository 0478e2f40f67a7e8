import { decimal } from "../decimal.ts";
import type { Desk } from "./exit-orders.ts";
import { breakEvenStop, isTighter, wantedStop } from "./stop-price.ts";
import type { Trade } from "./trade.ts";
import type { TradeEvent } from "./trade-event.ts";
import { entryOrder, isAlive, openQuantity, ordersOfLeg } from "./trade-facts.ts";

/** What the trade's own plan asks for because of the time or of a target that was reached. */
export function dueEvents(trade: Trade, desk: Desk): readonly TradeEvent[] {
  const { management } = trade;
  if (management === undefined || trade.closing !== undefined || entryOrder(trade) === undefined) return [];
  const at = desk.now;
  if (management.closeAt !== undefined && at >= management.closeAt)
    return [{ type: "trade.closing", at, reason: "session-end" }];
  if (!decimal(openQuantity(trade)).gt(0)) return [];
  if (isTimeUp(trade, at)) return [{ type: "trade.closing", at, reason: "time" }];
  return breakEvenAfterTarget(trade, desk);
}

function isTimeUp({ management, openedAt, bestR = 0 }: Trade, now: number): boolean {
  const timeStop = management?.timeStop;
  if (timeStop === undefined || openedAt === undefined) return false;
  return now >= openedAt + timeStop.afterMs && bestR < timeStop.minR;
}

function breakEvenAfterTarget(trade: Trade, desk: Desk): readonly TradeEvent[] {
  const plan = trade.management?.breakEven;
  if (plan?.afterTarget === undefined || !isTargetFilled(trade, plan.afterTarget)) return [];
  const stop = breakEvenStop(trade, desk.instrument, plan);
  if (!isTighter(trade, stop, wantedStop(trade))) return [];
  return [{ type: "trade.stop-moved", at: desk.now, stop, reason: "break-even" }];
}

function isTargetFilled(trade: Trade, number: number): boolean {
  const orders = ordersOfLeg(trade, `target-${number}`);
  return orders.some(({ status }) => status === "filled") && !orders.some(isAlive);
}
