import { decimal, toText } from "../engine/decimal.ts";
import type { PositionView } from "../engine/ports/control.ts";
import type { Trade } from "../engine/trade/trade.ts";
import type { DeskContext } from "./desk-context.ts";

/** An open trade with its profit or loss at the last known price. */
export async function positionView(context: DeskContext, trade: Trade): Promise<PositionView> {
  const last = await context.candles.price(trade.plan.symbol);
  if (last === undefined || trade.entryPrice === undefined) return { trade };
  const held = decimal(trade.entryQuantity).minus(trade.exitQuantity);
  const move = decimal(last.price).minus(trade.entryPrice);
  const openPnl = move.mul(held).mul(trade.plan.direction === "long" ? 1 : -1);
  // R counts in the planned risk, as the result of a closed trade does: it must not jump at the close.
  const risked = decimal(trade.plan.entry).minus(trade.plan.stop).abs().mul(held);
  return {
    trade,
    price: last.price,
    openPnl: toText(openPnl),
    ...(risked.gt(0) && { openR: openPnl.div(risked).toNumber() }),
  };
}
