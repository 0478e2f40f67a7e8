import type { BookEvent } from "../exchange/trading/trading-types.ts";
import type { RouteContext } from "./route.ts";
import { balanceRow, positionRows } from "./trading/account-routes.ts";
import { algoRow } from "./trading/algo-rows.ts";
import { orderRow, tradeIdOf } from "./trading/order-rows.ts";

export type AccountChannel = "orders" | "orders-algo" | "positions" | "account";

/** What one channel tells of the account. */
export interface AccountMessage {
  readonly channel: AccountChannel;
  readonly data: readonly unknown[];
}

/** What is told of a change: a fill moves the position and the money too. */
export function accountMessages(event: BookEvent, context: RouteContext): readonly AccountMessage[] {
  if (event.type === "algo") return [{ channel: "orders-algo", data: [algoRow(context, event.algo)] }];
  const { order, trade } = event;
  const fill = trade && {
    fillPx: trade.price,
    fillSz: trade.quantity,
    tradeId: tradeIdOf(trade),
    fillTime: String(trade.time),
    execType: trade.maker ? "M" : "T",
  };
  const row = { ...orderRow(context, order), code: "0", msg: "", reqId: "", amendResult: "", ...fill };
  const told: AccountMessage = { channel: "orders", data: [row] };
  return trade ? [told, snapshot("positions", context), snapshot("account", context)] : [told];
}

/** What a new subscriber is told at once; orders are told only when they change. */
export function snapshot(channel: "positions" | "account", context: RouteContext): AccountMessage {
  return { channel, data: channel === "account" ? [balanceRow(context)] : positionRows(context) };
}
