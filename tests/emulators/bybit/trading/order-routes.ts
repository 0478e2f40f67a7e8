import type { NewAlgo, NewOrder, PositionSide, Side } from "../../exchange/trading/trading-types.ts";
import { BybitError } from "../bybit-error.ts";
import { contractOf, mandatory, pageOf, parameterError, spanOf, wordOf } from "../request-params.ts";
import type { Route, RouteContext, Words } from "../route.ts";
import { checkConditional, checkOrder } from "./filters.ts";
import {
  everyOrder,
  executionRow,
  otherExecutionRow,
  type Placed,
  placedOrders,
  uuidOf,
} from "./order-rows.ts";

/** Orders that ended without a fill are forgotten after this. */
const EMPTY_KEPT_MS = 86_400_000;
/** Where the ids of executions begin that are nobody's trades. */
const OTHER_IDS = 1_000_000;
const PLACED =
  "category symbol side orderType qty price timeInForce orderLinkId positionIdx reduceOnly".split(" ");
const CONDITION = "triggerPrice triggerDirection triggerBy closeOnTrigger".split(" ");
const LISTED = "category symbol baseCoin settleCoin orderId orderLinkId orderFilter limit cursor".split(" ");

/** Orders, conditional or not, and their executions. */
export const ORDER_ROUTES: Readonly<Record<string, Route>> = {
  "POST /v5/order/create": {
    parameters: [...PLACED, ...CONDITION],
    types: {
      reduceOnly: "boolean",
      closeOnTrigger: "boolean",
      positionIdx: "number",
      triggerDirection: "number",
    },
    right: "Order",
    limit: 10,
    answer: place,
  },
  "POST /v5/order/cancel": {
    parameters: ["category", "symbol", "orderId", "orderLinkId"],
    right: "Order",
    limit: 10,
    answer: cancel,
  },
  "GET /v5/order/realtime": {
    parameters: [...LISTED, "openOnly"],
    right: "read",
    limit: 50,
    answer: realtime,
  },
  "GET /v5/order/history": {
    parameters: [...LISTED, "orderStatus", "startTime", "endTime"],
    right: "read",
    limit: 50,
    answer: history,
  },
  "GET /v5/execution/list": {
    parameters: [...LISTED.filter((name) => name !== "orderFilter"), "startTime", "endTime", "execType"],
    right: "read",
    limit: 50,
    answer: executions,
  },
};

function place(context: RouteContext, query: Words): object {
  const { trading, market } = context;
  contractOf(market, query);
  if (query.triggerPrice === undefined) {
    const order = newOrder(query);
    noted(context, order, () => checkOrder(context, order));
    const { orderId, clientOrderId } = trading.place(order);
    return { orderId: uuidOf("order", orderId), orderLinkId: clientOrderId };
  }
  const algo = newConditional(query);
  noted(context, algo, () => checkConditional(context, algo));
  const { algoId, clientAlgoId } = trading.placeAlgo(algo);
  return { orderId: uuidOf("order", algoId), orderLinkId: clientAlgoId };
}

/** A refusal is in the journal too. */
function noted({ trading }: RouteContext, order: NewOrder | NewAlgo, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof BybitError) trading.refuse(order, error.code);
    throw error;
  }
}

function newOrder(query: Words): NewOrder {
  const isMarket = wordOf(query, "orderType", ["Market", "Limit"]) === "Market";
  if (query.triggerDirection !== undefined || query.triggerBy !== undefined)
    throw parameterError("triggerPrice");
  const { timeInForce = isMarket ? "IOC" : "GTC" } = query;
  // All that the books know.
  if (timeInForce !== (isMarket ? "IOC" : "GTC")) throw parameterError("timeInForce");
  return {
    ...orderHead(query),
    clientOrderId: query.orderLinkId ?? "",
    type: isMarket ? "MARKET" : "LIMIT",
    timeInForce: "GTC",
    price: isMarket ? "0" : mandatory(query, "price"),
  };
}

/** A market order that waits for a price: all that the books know. */
function newConditional(query: Words): NewAlgo {
  wordOf(query, "orderType", ["Market"]);
  const rises = wordOf(query, "triggerDirection", ["1", "2"]) === "1";
  if ((query.triggerBy ?? "LastPrice") !== "LastPrice") throw parameterError("triggerBy");
  const head = orderHead(query);
  return {
    ...head,
    clientAlgoId: query.orderLinkId ?? "",
    orderType: rises === (head.side === "BUY") ? "STOP_MARKET" : "TAKE_PROFIT_MARKET",
    triggerPrice: mandatory(query, "triggerPrice"),
  };
}

const POSITION_SIDES: Readonly<Record<string, PositionSide>> = { "0": "BOTH", "1": "LONG", "2": "SHORT" };

/** In hedge mode an order against its position side reduces, whatever its flag says. */
function orderHead(query: Words) {
  const side: Side = wordOf(query, "side", ["Buy", "Sell"]) === "Buy" ? "BUY" : "SELL";
  const positionSide = POSITION_SIDES[query.positionIdx ?? "0"];
  if (positionSide === undefined) throw parameterError("positionIdx");
  const isAgainst = positionSide === (side === "BUY" ? "SHORT" : "LONG");
  const reduceOnly = query.reduceOnly === "true" || isAgainst;
  return {
    symbol: mandatory(query, "symbol"),
    side,
    positionSide,
    reduceOnly,
    quantity: mandatory(query, "qty"),
  };
}

function cancel(context: RouteContext, query: Words): object {
  const { id } = contractOf(context.market, query);
  const { orderId, orderLinkId } = query;
  if (orderId === undefined && orderLinkId === undefined) throw parameterError("orderId");
  // The matching engine knows an order before the lists show it.
  const found = everyOrder(context.trading).find(
    ({ row, isOpen }) => isOpen && row.symbol === id && isNamed(row, query),
  );
  if (!found) throw new BybitError(110001, "order not exists or too late to cancel");
  found.cancel();
  return { orderId: found.row.orderId, orderLinkId: found.row.orderLinkId };
}

/** Open orders; with a name also one that ended, unless the venue has restarted since. */
function realtime(context: RouteContext, query: Words): object {
  const { restartedAt } = context.user;
  if (!hasName(query) && query.symbol === undefined && query.settleCoin === undefined)
    throw new BybitError(
      10001,
      "Missing some parameters that must be filled in, symbol, settleCoin or baseCoin",
    );
  const isById = hasName(query) || query.openOnly === "1";
  return listed(context, query, (each) => each.isOpen || (isById && each.updatedAt >= restartedAt));
}

/** Orders that ended, of seven days by the time at which they were placed. */
function history(context: RouteContext, query: Words): object {
  const { from, until } = spanOf(query, context.market.now());
  const now = context.market.now();
  return listed(context, query, ({ isOpen, isEmpty, updatedAt, createdAt }) => {
    if (isOpen || createdAt < from || createdAt > until) return false;
    return !isEmpty || now - updatedAt <= EMPTY_KEPT_MS;
  });
}

function executions(context: RouteContext, query: Words): object {
  const { trading, market, user } = context;
  wordOf(query, "category", ["linear"]);
  const { from, until } = spanOf(query, market.now());
  const traded = trading.trades
    .filter(({ order }) => trading.isVisible(order))
    .map((trade) => ({ id: trade.id, at: trade.time, row: executionRow(trading, trade, user.feeCurrency) }));
  const others = user.otherExecutions.map((other, index) => {
    return { id: OTHER_IDS + index, at: other.at, row: otherExecutionRow(other, index) };
  });
  const rows = [...traded, ...others]
    .filter(({ row, at }) =>
      // A name is asked for without regard to anything else.
      hasName(query) ? isNamed(row, query) : at >= from && at <= until && isAsked(row, query),
    )
    .filter(({ row }) => (query.execType ?? row.execType) === row.execType);
  return pageOf(rows, query, 100, 50);
}

function listed(context: RouteContext, query: Words, isWanted: (each: Placed) => boolean): object {
  wordOf(query, "category", ["linear"]);
  const rows = placedOrders(context.trading).filter(
    (each) => isWanted(each) && (hasName(query) ? isNamed(each.row, query) : isAsked(each.row, query)),
  );
  return pageOf(rows, query, 50, 20);
}

interface Named {
  readonly orderId: string;
  readonly orderLinkId: string;
  readonly symbol: string;
}

function hasName({ orderId, orderLinkId }: Words): boolean {
  return orderId !== undefined || orderLinkId !== undefined;
}

/** `orderId` wins over `orderLinkId`. */
function isNamed(row: Named, { orderId, orderLinkId }: Words): boolean {
  return orderId === undefined ? row.orderLinkId === orderLinkId : row.orderId === orderId;
}

function isAsked({ symbol }: Named, query: Words): boolean {
  if (query.symbol !== undefined) return symbol === query.symbol;
  return (query.settleCoin ?? "USDT") === "USDT";
}
