import type { Query } from "../../exchange/http-server.ts";
import type { AlgoOrder, NewAlgo } from "../../exchange/trading/trading-types.ts";
import { BinanceError } from "../binance-error.ts";
import { knownSymbol, mandatory, oneOf, wholeNumber } from "../request-params.ts";
import type { Route, RouteContext } from "../route.ts";
import { checkAlgo } from "./filters.ts";
import { positionSideOf } from "./order-routes.ts";

/** Conditional orders. Unlike orders they are named without their symbol. */
export const ALGO_ROUTES: Readonly<Record<string, Route>> = {
  "POST /fapi/v1/algoOrder": {
    weight: 1,
    security: "signed",
    parameters: [
      "algoType",
      "symbol",
      "side",
      "positionSide",
      "type",
      "timeInForce",
      "quantity",
      "price",
      "triggerPrice",
      "workingType",
      "closePosition",
      "priceProtect",
      "reduceOnly",
      "clientAlgoId",
      "newOrderRespType",
    ],
    answer: place,
  },
  "GET /fapi/v1/algoOrder": {
    weight: 1,
    security: "signed",
    parameters: ["symbol", "algoId", "clientAlgoId"],
    answer: (context, query) =>
      algoJson(context, namedAlgo(context, query, new BinanceError(-2013, "Order does not exist."))),
  },
  "DELETE /fapi/v1/algoOrder": {
    weight: 1,
    security: "signed",
    parameters: ["symbol", "algoId", "clientAlgoId"],
    answer: (context, query) => {
      const unknown = new BinanceError(-2011, "Unknown order sent.");
      const algo = namedAlgo(context, query, unknown);
      if (algo.status !== "NEW") throw unknown;
      context.trading.cancelAlgo(algo);
      return { algoId: algo.algoId, clientAlgoId: algo.clientAlgoId, code: "200", msg: "success" };
    },
  },
  "GET /fapi/v1/openAlgoOrders": {
    weight: 1,
    security: "signed",
    parameters: ["algoType", "symbol", "algoId"],
    answer: (context, { symbol }) =>
      context.trading.algos
        .filter((algo) => algo.status === "NEW" && context.trading.isVisible(algo))
        .filter((algo) => symbol === undefined || algo.symbol === symbol)
        .map((algo) => algoJson(context, algo)),
  },
  "GET /fapi/v1/allAlgoOrders": {
    weight: 5,
    security: "signed",
    parameters: ["symbol", "algoId", "startTime", "endTime", "page", "limit"],
    answer: allAlgos,
  },
};

function place(context: RouteContext, query: Query): unknown {
  const algo = newAlgo(context, query);
  try {
    checkAlgo(context, algo);
  } catch (error) {
    if (error instanceof BinanceError) context.trading.refuse(algo, error.code);
    throw error;
  }
  return algoJson(context, context.trading.placeAlgo(algo));
}

function newAlgo({ market }: RouteContext, query: Query): NewAlgo {
  oneOf(query, "algoType", ["CONDITIONAL"], -1130);
  return {
    clientAlgoId: mandatory(query, "clientAlgoId"),
    symbol: knownSymbol(market, query),
    side: oneOf(query, "side", ["BUY", "SELL"], -1117),
    positionSide: positionSideOf(query),
    orderType: oneOf(query, "type", ["STOP_MARKET", "TAKE_PROFIT_MARKET"], -1116),
    quantity: mandatory(query, "quantity"),
    triggerPrice: mandatory(query, "triggerPrice"),
    reduceOnly: query.reduceOnly === "true",
  };
}

function namedAlgo({ trading }: RouteContext, query: Query, unknown: BinanceError): AlgoOrder {
  const { algoId, clientAlgoId } = query;
  if (algoId === undefined && clientAlgoId === undefined)
    throw new BinanceError(-1102, "Param 'clientAlgoId' or 'algoId' must be sent.");
  const found = trading.algos.findLast(
    (algo) =>
      trading.isVisible(algo) &&
      (algoId === undefined ? algo.clientAlgoId === clientAlgoId : String(algo.algoId) === algoId),
  );
  if (!found) throw unknown;
  return found;
}

function allAlgos(context: RouteContext, query: Query): unknown {
  const symbol = knownSymbol(context.market, query);
  const since = wholeNumber(query, "startTime") ?? 0;
  const until = wholeNumber(query, "endTime") ?? Number.POSITIVE_INFINITY;
  return context.trading.algos
    .filter((algo) => algo.symbol === symbol && context.trading.isVisible(algo))
    .filter(({ time }) => time >= since && time <= until)
    .slice(-(wholeNumber(query, "limit") ?? 500))
    .map((algo) => algoJson(context, algo));
}

function algoJson({ trading }: RouteContext, algo: AlgoOrder): unknown {
  const order = trading.orders.find(({ orderId }) => orderId === algo.actualOrderId);
  return {
    algoId: algo.algoId,
    clientAlgoId: algo.clientAlgoId,
    algoType: "CONDITIONAL",
    orderType: algo.orderType,
    symbol: algo.symbol,
    side: algo.side,
    positionSide: algo.positionSide,
    timeInForce: "GTC",
    quantity: algo.quantity,
    algoStatus: algo.status,
    actualOrderId: algo.actualOrderId === undefined ? "" : String(algo.actualOrderId),
    actualPrice: order?.cost ?? "0.00000",
    triggerPrice: algo.triggerPrice,
    price: "0.00",
    workingType: "CONTRACT_PRICE",
    closePosition: false,
    priceProtect: false,
    reduceOnly: algo.reduceOnly,
    createTime: algo.time,
    updateTime: algo.updateTime,
    triggerTime: algo.actualOrderId === undefined ? 0 : algo.updateTime,
    goodTillDate: 0,
  };
}
