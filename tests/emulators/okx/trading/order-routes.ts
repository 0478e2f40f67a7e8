import { decimal } from "../../../../src/engine/decimal.ts";
import { isAlive } from "../../exchange/trading/trading-book.ts";
import type { BookOrder, NewOrder } from "../../exchange/trading/trading-types.ts";
import { OkxError, OrderRefusal } from "../okx-error.ts";
import { mandatory, type Paged, pageOf, parameterError } from "../request-params.ts";
import type { Route, RouteContext, Words } from "../route.ts";
import { checkOrder } from "./filters.ts";
import { fillRow, orderRow, spotOrderRow } from "./order-rows.ts";
import { instrumentOf, orderHead, wordOf } from "./order-words.ts";

/** Orders that ended without a fill are forgotten after this. */
const EMPTY_KEPT_MS = 2 * 3_600_000;
const WEEK_MS = 7 * 86_400_000;
const PLACED = "instId tdMode ccy clOrdId tag side posSide ordType sz px reduceOnly tgtCcy".split(" ");
const NAMED = ["instId", "ordId", "clOrdId"];
const LISTED = "instType uly instFamily instId ordType state after before limit".split(" ");
const FILLS = "instType uly instFamily instId ordId subType after before begin end limit".split(" ");

const PLACE = { parameters: PLACED, right: "trade", limit: 60, mayExpire: true, answer: place } as const;
const CANCEL = { parameters: NAMED, right: "trade", limit: 60, answer: cancel } as const;

/** Orders and trades of the matching engine. */
export const ORDER_ROUTES: Readonly<Record<string, Route>> = {
  "POST /api/v5/trade/order": PLACE,
  "POST /api/v5/trade/batch-orders": { ...PLACE, isList: true },
  "POST /api/v5/trade/cancel-order": CANCEL,
  "POST /api/v5/trade/cancel-batch-orders": { ...CANCEL, isList: true },
  "GET /api/v5/trade/order": {
    parameters: NAMED,
    right: "read_only",
    limit: 60,
    answer: (context, query) => {
      instrumentOf(context, query);
      const order = namedOrder(context, query);
      if (!order) throw new OkxError(51603, "Order does not exist");
      return [orderRow(context, order)];
    },
  },
  "GET /api/v5/trade/orders-pending": {
    parameters: LISTED,
    right: "read_only",
    limit: 60,
    answer: (context, query) => {
      const elsewhere = context.user.tradesElsewhere && query.instType === undefined;
      return [...listed(context, query, isAlive), ...(elsewhere ? [spotOrderRow(context)] : [])];
    },
  },
  "GET /api/v5/trade/orders-history": {
    parameters: [...LISTED, "category", "begin", "end"],
    right: "read_only",
    limit: 40,
    answer: (context, query) => {
      mandatory(query, "instType");
      const since = context.market.now() - WEEK_MS;
      return listed(context, query, (order) => !isAlive(order) && order.time >= since);
    },
  },
  "GET /api/v5/trade/fills": { parameters: FILLS, right: "read_only", limit: 60, answer: fillsOf(3) },
  "GET /api/v5/trade/fills-history": {
    parameters: FILLS,
    right: "read_only",
    limit: 10,
    answer: (context, query) => {
      mandatory(query, "instType");
      return fillsOf(90)(context, query);
    },
  },
};

function place(context: RouteContext, query: Words): readonly unknown[] {
  const { order, marginMode } = newOrder(context, query);
  try {
    checkOrder(context, order, marginMode);
  } catch (error) {
    if (error instanceof OrderRefusal) context.trading.refuse(order, error.code);
    throw error;
  }
  const { orderId } = context.trading.place(order);
  return [doneRow(context, String(orderId), order.clientOrderId)];
}

function newOrder(context: RouteContext, query: Words) {
  const { marginMode, ...head } = orderHead(context, query);
  const isMarket = wordOf(query, "ordType", ["market", "limit"]) === "market";
  const order: NewOrder = {
    ...head,
    clientOrderId: query.clOrdId ?? "",
    type: isMarket ? "MARKET" : "LIMIT",
    timeInForce: "GTC",
    price: isMarket ? "0" : (query.px ?? ""),
  };
  return { order, marginMode };
}

function cancel(context: RouteContext, query: Words): readonly unknown[] {
  instrumentOf(context, query);
  const order = namedOrder(context, query);
  if (!order) throw new OrderRefusal(51400, "Cancellation failed as the order does not exist.");
  if (order.status === "FILLED")
    throw new OrderRefusal(51402, "Cancellation failed as the order is completed.");
  if (!isAlive(order)) throw new OrderRefusal(51401, "Cancellation failed as the order is canceled.");
  context.trading.cancel(order);
  return [doneRow(context, String(order.orderId), order.clientOrderId)];
}

function doneRow({ market }: RouteContext, ordId: string, clOrdId: string): unknown {
  return { ordId, clOrdId, tag: "", ts: String(market.now()), sCode: "0", sMsg: "" };
}

/** The newest order of this name; `ordId` wins over `clOrdId`. */
function namedOrder(context: RouteContext, { instId, ordId, clOrdId }: Words): BookOrder | undefined {
  if (ordId === undefined && clOrdId === undefined)
    throw new OkxError(51003, "Either client order ID or order ID is required.");
  return context.trading.orders.findLast(
    (order) =>
      order.symbol === instId &&
      isKept(context, order) &&
      (ordId === undefined ? order.clientOrderId === clOrdId : String(order.orderId) === ordId),
  );
}

function isKept({ market, trading }: RouteContext, order: BookOrder): boolean {
  if (!trading.isVisible(order)) return false;
  const isEmpty = !isAlive(order) && decimal(order.filled).isZero();
  return !isEmpty || market.now() - order.updateTime <= EMPTY_KEPT_MS;
}

function listed(
  context: RouteContext,
  query: Words,
  isWanted: (order: BookOrder) => boolean,
): readonly unknown[] {
  checkKind(query);
  const rows = context.trading.orders
    .filter((order) => isKept(context, order) && isWanted(order))
    .map((order) => ({ id: order.orderId, at: order.time, row: orderRow(context, order) }))
    .filter(({ row }) => ["instId", "ordType", "state"].every((name) => isAskedFor(query, name, row)));
  return pageOf(rows, query).map(({ row }) => row);
}

function fillsOf(days: number) {
  return (context: RouteContext, query: Words): readonly unknown[] => {
    checkKind(query);
    const { market, trading } = context;
    const rows = trading.trades
      .filter(({ order, time }) => trading.isVisible(order) && time >= market.now() - days * 86_400_000)
      .map((trade): Paged & { readonly row: Record<string, unknown> } => {
        return { id: trade.id, at: trade.time, row: fillRow(trade) };
      })
      .filter(({ row }) => ["instId", "ordId"].every((name) => isAskedFor(query, name, row)));
    return pageOf(rows, query).map(({ row }) => row);
  };
}

/** Several words of one parameter are parted by commas. */
function isAskedFor(query: Words, name: string, row: Readonly<Record<string, unknown>>): boolean {
  return query[name] === undefined || query[name].split(",").includes(String(row[name]));
}

function checkKind({ instType }: Words): void {
  if (instType !== undefined && instType !== "SWAP") throw parameterError("instType");
}
