import { decimal, toText } from "../../../../src/engine/decimal.ts";
import type { Query } from "../../exchange/http-server.ts";
import { isAlive } from "../../exchange/trading/trading-book.ts";
import type { BookOrder, BookTrade, NewOrder } from "../../exchange/trading/trading-types.ts";
import { BinanceError } from "../binance-error.ts";
import { knownSymbol, mandatory, oneOf, wholeNumber } from "../request-params.ts";
import type { Route, RouteContext } from "../route.ts";
import { checkOrder } from "./filters.ts";

const WEEK_MS = 7 * 86_400_000;
const ORDER_NAMES = ["symbol", "orderId", "origClientOrderId"];

/** Orders and trades of the matching engine. */
export const ORDER_ROUTES: Readonly<Record<string, Route>> = {
  "POST /fapi/v1/order": {
    weight: 1,
    security: "signed",
    parameters: [
      "symbol",
      "side",
      "positionSide",
      "type",
      "timeInForce",
      "quantity",
      "reduceOnly",
      "price",
      "newClientOrderId",
      "newOrderRespType",
    ],
    answer: place,
  },
  "GET /fapi/v1/order": {
    weight: 1,
    security: "signed",
    parameters: ORDER_NAMES,
    answer: (context, query) =>
      orderJson(namedOrder(context, query, () => new BinanceError(-2013, "Order does not exist."))),
  },
  "DELETE /fapi/v1/order": {
    weight: 1,
    security: "signed",
    parameters: ORDER_NAMES,
    answer: (context, query) => {
      const unknown = () => new BinanceError(-2011, "Unknown order sent.");
      const order = namedOrder(context, query, unknown);
      if (!isAlive(order)) throw unknown();
      context.trading.cancel(order);
      return orderJson(order);
    },
  },
  "GET /fapi/v1/openOrders": {
    weight: 1,
    security: "signed",
    parameters: ["symbol"],
    answer: ({ trading }, { symbol }) =>
      trading.orders
        .filter((order) => isAlive(order) && trading.isVisible(order))
        .filter((order) => symbol === undefined || order.symbol === symbol)
        .map(orderJson),
  },
  "GET /fapi/v1/allOrders": {
    weight: 5,
    security: "signed",
    parameters: ["symbol", "orderId", "startTime", "endTime", "limit"],
    answer: allOrders,
  },
  "GET /fapi/v1/userTrades": {
    weight: 5,
    security: "signed",
    parameters: ["symbol", "orderId", "startTime", "endTime", "fromId", "limit"],
    answer: userTrades,
  },
};

function place(context: RouteContext, query: Query): unknown {
  const order = newOrder(context, query);
  try {
    checkOrder(context, order);
  } catch (error) {
    if (error instanceof BinanceError) context.trading.refuse(order, error.code);
    throw error;
  }
  return orderJson(context.trading.place(order));
}

function newOrder({ market }: RouteContext, query: Query): NewOrder {
  const symbol = knownSymbol(market, query);
  const side = oneOf(query, "side", ["BUY", "SELL"], -1117);
  if (/^(STOP|TAKE_PROFIT|TRAILING)/.test(query.type ?? "")) {
    throw new BinanceError(
      -4120,
      "Order type not supported for this endpoint. Please use the Algo Order API.",
    );
  }
  const type = oneOf(query, "type", ["MARKET", "LIMIT"], -1116);
  if (type === "MARKET" && query.price !== undefined)
    throw new BinanceError(-1106, "Parameter 'price' sent when not required.");
  return {
    clientOrderId: mandatory(query, "newClientOrderId"),
    symbol,
    side,
    positionSide: positionSideOf(query),
    type,
    timeInForce: type === "LIMIT" ? oneOf(query, "timeInForce", ["GTC", "IOC", "FOK", "GTX"], -1115) : "GTC",
    price: type === "LIMIT" ? mandatory(query, "price") : "0",
    quantity: mandatory(query, "quantity"),
    reduceOnly: query.reduceOnly === "true",
  };
}

export function positionSideOf(query: Query) {
  return query.positionSide === undefined
    ? "BOTH"
    : oneOf(query, "positionSide", ["BOTH", "LONG", "SHORT"], -4060);
}

function namedOrder({ market, trading }: RouteContext, query: Query, unknown: () => BinanceError): BookOrder {
  const symbol = knownSymbol(market, query);
  const { orderId, origClientOrderId } = query;
  if (orderId === undefined && origClientOrderId === undefined)
    throw new BinanceError(-1102, "Param 'origClientOrderId' or 'orderId' must be sent.");
  const found = trading.orders.findLast(
    (order) =>
      order.symbol === symbol &&
      trading.isVisible(order) &&
      (orderId === undefined ? order.clientOrderId === origClientOrderId : String(order.orderId) === orderId),
  );
  if (!found) throw unknown();
  return found;
}

function allOrders({ market, trading }: RouteContext, query: Query): unknown {
  const symbol = knownSymbol(market, query);
  const from = wholeNumber(query, "orderId") ?? 0;
  const since = wholeNumber(query, "startTime") ?? 0;
  const until = wholeNumber(query, "endTime") ?? Number.POSITIVE_INFINITY;
  return trading.orders
    .filter((order) => order.symbol === symbol && trading.isVisible(order) && order.orderId >= from)
    .filter(({ time }) => time >= since && time <= until)
    .slice(0, wholeNumber(query, "limit") ?? 500)
    .map(orderJson);
}

function userTrades({ market, trading }: RouteContext, query: Query): unknown {
  const symbol = knownSymbol(market, query);
  const fromId = wholeNumber(query, "fromId");
  const start = wholeNumber(query, "startTime");
  const end = wholeNumber(query, "endTime") ?? market.now();
  if (fromId !== undefined && (start !== undefined || query.endTime !== undefined))
    throw new BinanceError(-1128, "Combination of optional parameters invalid.");
  if (start !== undefined && end - start > WEEK_MS)
    throw new BinanceError(-4165, "The time interval between start and end is longer than 7 days.");
  const since = start ?? market.now() - WEEK_MS;
  const limit = wholeNumber(query, "limit") ?? 500;
  if (limit > 1000) throw new BinanceError(-1130, "Data sent for parameter 'limit' is not valid.");
  return trading.trades
    .filter(({ order }) => order.symbol === symbol && trading.isVisible(order))
    .filter(({ order }) => query.orderId === undefined || String(order.orderId) === query.orderId)
    .filter(({ id, time }) => (fromId === undefined ? time >= since && time <= end : id >= fromId))
    .slice(0, limit)
    .map(tradeJson);
}

export function orderJson(order: BookOrder): Record<string, unknown> {
  const filled = decimal(order.filled);
  return {
    orderId: order.orderId,
    symbol: order.symbol,
    status: order.status,
    clientOrderId: order.clientOrderId,
    price: order.price,
    avgPrice: filled.isZero() ? "0.00" : toText(decimal(order.cost).div(filled).toSignificantDigits(15)),
    origQty: order.quantity,
    executedQty: order.filled,
    cumQuote: order.cost,
    timeInForce: order.timeInForce,
    type: order.type,
    reduceOnly: order.reduceOnly,
    closePosition: false,
    side: order.side,
    positionSide: order.positionSide,
    stopPrice: "0",
    workingType: "CONTRACT_PRICE",
    priceProtect: false,
    origType: order.type,
    priceMatch: "NONE",
    selfTradePreventionMode: "NONE",
    goodTillDate: 0,
    time: order.time,
    updateTime: order.updateTime,
  };
}

function tradeJson(trade: BookTrade): unknown {
  const { order } = trade;
  return {
    symbol: order.symbol,
    id: trade.id,
    orderId: order.orderId,
    side: order.side,
    price: trade.price,
    qty: trade.quantity,
    realizedPnl: trade.realizedPnl,
    quoteQty: toText(decimal(trade.price).mul(trade.quantity)),
    commission: trade.commission,
    commissionAsset: "USDT",
    time: trade.time,
    positionSide: order.positionSide,
    buyer: order.side === "BUY",
    maker: trade.maker,
  };
}
