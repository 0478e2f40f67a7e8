import { decimal, toText } from "../../../src/engine/decimal.ts";
import { BinanceError } from "../binance/binance-error.ts";
import { knownSymbol, mandatory, oneOf, wholeNumber } from "../binance/request-params.ts";
import type { Route, RouteContext } from "../binance/route.ts";
import type { Query } from "../exchange/http-server.ts";
import { isAlive } from "../exchange/trading/trading-book.ts";
import type {
  AlgoOrder,
  BookOrder,
  BookTrade,
  NewAlgo,
  NewOrder,
} from "../exchange/trading/trading-types.ts";
import { checkSpot } from "./filters.ts";
import { SPOT_TYPE } from "./user-stream.ts";

const NAMES = ["symbol", "orderId", "origClientOrderId"];
const DAY_MS = 86_400_000;

const signed = (weight: number, parameters: readonly string[], answer: Route["answer"]): Route => ({
  weight,
  security: "signed",
  parameters,
  answer,
});

/** Orders and trades; a conditional order keeps its number and its name when it is triggered. */
export const ORDER_ROUTES: Readonly<Record<string, Route>> = {
  "POST /api/v3/order": signed(
    1,
    [
      ...["symbol", "side", "type", "timeInForce", "quantity", "price", "stopPrice"],
      ...["newClientOrderId", "newOrderRespType"],
    ],
    place,
  ),
  "GET /api/v3/order": signed(4, NAMES, (context, query) =>
    rowJson(named(context, query, () => new BinanceError(-2013, "Order does not exist."))),
  ),
  "DELETE /api/v3/order": signed(1, NAMES, (context, query) => {
    const unknown = () => new BinanceError(-2011, "Unknown order sent.");
    const row = named(context, query, unknown);
    if (!isOpen(row)) throw unknown();
    if (row.order) context.trading.cancel(row.order);
    else if (row.algo) context.trading.cancelAlgo(row.algo);
    return rowJson(row);
  }),
  "GET /api/v3/openOrders": signed(80, ["symbol"], (context, { symbol }) =>
    rowsOf(context)
      .filter((row) => isOpen(row) && (symbol === undefined || symbolOf(row) === symbol))
      .map(rowJson),
  ),
  "GET /api/v3/allOrders": signed(20, ["symbol", "orderId", "limit"], (context, query) => {
    const symbol = knownSymbol(context.market, query);
    const from = wholeNumber(query, "orderId") ?? 0;
    return rowsOf(context)
      .filter((row) => symbolOf(row) === symbol && idOf(row) >= from)
      .sort((left, right) => idOf(left) - idOf(right))
      .slice(0, wholeNumber(query, "limit") ?? 500)
      .map(rowJson);
  }),
  "GET /api/v3/myTrades": signed(
    20,
    ["symbol", "orderId", "startTime", "endTime", "fromId", "limit"],
    myTrades,
  ),
};

/** What spot shows as one order: a plain one, a waiting conditional one, or that with the order it became. */
interface Row {
  readonly order?: BookOrder;
  readonly algo?: AlgoOrder;
}

function rowsOf({ trading }: RouteContext): Row[] {
  const plain = trading.orders.map((order): Row => {
    const algo = trading.algoOf(order);
    return algo === undefined ? { order } : { order, algo };
  });
  const waiting = trading.algos
    .filter(({ actualOrderId }) => actualOrderId === undefined)
    .map((algo) => ({ algo }));
  return [...plain, ...waiting].filter(({ order, algo }: Row) =>
    [order, algo].every((part) => part === undefined || trading.isVisible(part)),
  );
}

function isOpen({ order, algo }: Row): boolean {
  return order === undefined ? algo?.status === "NEW" : isAlive(order);
}

function symbolOf({ order, algo }: Row): string | undefined {
  return (algo ?? order)?.symbol;
}

function idOf({ order, algo }: Row): number {
  return algo?.algoId ?? order?.orderId ?? 0;
}

function nameOf({ order, algo }: Row): string | undefined {
  return algo?.clientAlgoId ?? order?.clientOrderId;
}

function named(context: RouteContext, query: Query, unknown: () => BinanceError): Row {
  const symbol = knownSymbol(context.market, query);
  const { orderId, origClientOrderId } = query;
  if (orderId === undefined && origClientOrderId === undefined)
    throw new BinanceError(-1102, "Param 'origClientOrderId' or 'orderId' must be sent.");
  const found = rowsOf(context).findLast(
    (row) =>
      symbolOf(row) === symbol &&
      (orderId === undefined ? nameOf(row) === origClientOrderId : String(idOf(row)) === orderId),
  );
  if (!found) throw unknown();
  return found;
}

function place(context: RouteContext, query: Query): unknown {
  const { trading } = context;
  const order = newOrder(context, query);
  try {
    checkSpot(context, order);
  } catch (error) {
    if (error instanceof BinanceError) trading.refuse(order, error.code);
    throw error;
  }
  const row: Row =
    "clientAlgoId" in order ? { algo: trading.placeAlgo(order) } : { order: trading.place(order) };
  return { ...rowJson(row), transactTime: context.market.now(), fills: [] };
}

function newOrder({ market }: RouteContext, query: Query): NewOrder | NewAlgo {
  const type = oneOf(query, "type", ["MARKET", "LIMIT", "STOP_LOSS", "TAKE_PROFIT"], -1116);
  const shared = {
    symbol: knownSymbol(market, query),
    side: oneOf(query, "side", ["BUY", "SELL"], -1117),
    positionSide: "BOTH" as const,
    quantity: mandatory(query, "quantity"),
    reduceOnly: false,
  };
  const name = mandatory(query, "newClientOrderId");
  if (type === "STOP_LOSS" || type === "TAKE_PROFIT") {
    const orderType = type === "STOP_LOSS" ? "STOP_MARKET" : "TAKE_PROFIT_MARKET";
    return { ...shared, clientAlgoId: name, orderType, triggerPrice: mandatory(query, "stopPrice") };
  }
  const isLimit = type === "LIMIT";
  if (!isLimit && query.price !== undefined)
    throw new BinanceError(-1106, "Parameter 'price' sent when not required.");
  const timeInForce = isLimit ? oneOf(query, "timeInForce", ["GTC", "IOC", "FOK"], -1115) : "GTC";
  return {
    ...shared,
    clientOrderId: name,
    type,
    timeInForce,
    price: isLimit ? mandatory(query, "price") : "0",
  };
}

function myTrades(context: RouteContext, query: Query): unknown {
  const { faults, market, trading } = context;
  const symbol = knownSymbol(market, query);
  const shownUntil = market.now() - faults.tradesLateMs;
  const fromId = wholeNumber(query, "fromId");
  const start = wholeNumber(query, "startTime");
  const end = wholeNumber(query, "endTime");
  if (fromId !== undefined && (start !== undefined || end !== undefined))
    throw new BinanceError(-1128, "Combination of optional parameters invalid.");
  if (start !== undefined && end !== undefined && end - start > DAY_MS)
    throw new BinanceError(-1127, "More than 24 hours between startTime and endTime.");
  const limit = wholeNumber(query, "limit") ?? 500;
  const found = trading.trades
    .filter(({ order, time }) => order.symbol === symbol && trading.isVisible(order) && time <= shownUntil)
    .filter(({ order }) => query.orderId === undefined || String(numberOf(context, order)) === query.orderId)
    .filter(({ id, time }) => id >= (fromId ?? 0) && time >= (start ?? 0) && time <= (end ?? market.now()));
  const isFromStart = fromId !== undefined || start !== undefined;
  return (isFromStart ? found.slice(0, limit) : found.slice(-limit)).map((trade) =>
    tradeJson(context, trade),
  );
}

function numberOf({ trading }: RouteContext, order: BookOrder): number {
  return trading.algoOf(order)?.algoId ?? order.orderId;
}

function rowJson(row: Row): Record<string, unknown> {
  const { order, algo } = row;
  const waiting = algo?.status === "CANCELED" ? "CANCELED" : "NEW";
  return {
    symbol: symbolOf(row),
    orderId: idOf(row),
    orderListId: -1,
    clientOrderId: nameOf(row),
    price: order?.price ?? "0",
    origQty: order?.quantity ?? algo?.quantity,
    executedQty: order?.filled ?? "0",
    cummulativeQuoteQty: order?.cost ?? "0",
    status: order?.status ?? waiting,
    timeInForce: order?.timeInForce ?? "GTC",
    type: algo === undefined ? order?.type : SPOT_TYPE[algo.orderType],
    side: (algo ?? order)?.side,
    stopPrice: algo?.triggerPrice ?? "0",
    icebergQty: "0",
    time: (algo ?? order)?.time,
    updateTime: (order ?? algo)?.updateTime,
    isWorking: order !== undefined,
    origQuoteOrderQty: "0",
    selfTradePreventionMode: "NONE",
  };
}

function tradeJson(context: RouteContext, trade: BookTrade): unknown {
  const { order, price, quantity } = trade;
  return {
    symbol: order.symbol,
    id: trade.id,
    orderId: numberOf(context, order),
    orderListId: -1,
    price,
    qty: quantity,
    quoteQty: toText(decimal(price).mul(quantity)),
    commission: trade.commission,
    commissionAsset: trade.commissionAsset,
    time: trade.time,
    isBuyer: order.side === "BUY",
    isMaker: trade.maker,
    isBestMatch: true,
  };
}
