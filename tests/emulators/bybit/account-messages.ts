import type { BookEvent } from "../exchange/trading/trading-types.ts";
import type { RouteContext } from "./route.ts";
import { positionRow, walletRow } from "./trading/account-routes.ts";
import { conditionalOrder, executionRow, plainOrder } from "./trading/order-rows.ts";

export const ACCOUNT_TOPICS = ["order", "execution", "position", "wallet"] as const;

/** What one topic tells of the account. */
export interface AccountMessage {
  readonly topic: (typeof ACCOUNT_TOPICS)[number];
  readonly data: readonly object[];
}

/** What is told of a change: a fill is told as an execution, and moves the position and the money too. */
export function accountMessages(event: BookEvent, context: RouteContext): readonly AccountMessage[] {
  const { trading } = context;
  const linear = { category: "linear" };
  if (event.type === "algo") {
    // The end of a triggered order was told with its last fill.
    if (event.algo.status === "FINISHED") return [];
    return [{ topic: "order", data: [{ ...conditionalOrder(trading, event.algo).row, ...linear }] }];
  }
  const { order, trade } = event;
  const algo = trading.algoOf(order);
  const { row } = algo ? conditionalOrder(trading, algo) : plainOrder(trading, order);
  const told: AccountMessage = { topic: "order", data: [{ ...row, ...linear }] };
  if (trade === undefined) return [told];
  const position = { ...positionRow(context, order.symbol, order.positionSide), ...linear };
  return [
    told,
    { topic: "execution", data: [{ ...executionRow(trading, trade), ...linear }] },
    { topic: "position", data: [position] },
    { topic: "wallet", data: [walletRow(context, ["USDT"])] },
  ];
}
