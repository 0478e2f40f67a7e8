import { isTimeframe } from "../../../src/engine/candles/timeframe.ts";
import { decimal } from "../../../src/engine/decimal.ts";
import type { Query } from "../exchange/http-server.ts";
import { BinanceError } from "./binance-error.ts";
import { exchangeInfo } from "./exchange-info.ts";
import { knownSymbol, wholeNumber } from "./request-params.ts";
import type { Route, RouteContext } from "./route.ts";
import { klineCloseTime } from "./stream-dialect.ts";
import { ACCOUNT_ROUTES } from "./trading/account-routes.ts";
import { ALGO_ROUTES } from "./trading/algo-routes.ts";
import { ORDER_ROUTES } from "./trading/order-routes.ts";

/** Every endpoint by method and path. */
export const ROUTES: Readonly<Record<string, Route>> = {
  "GET /fapi/v1/ping": { weight: 1, security: "public", parameters: [], answer: () => ({}) },
  "GET /fapi/v1/time": {
    weight: 1,
    security: "public",
    parameters: [],
    answer: ({ market, faults }) => ({ serverTime: market.now() + faults.clockAheadMs }),
  },
  "GET /fapi/v1/exchangeInfo": {
    weight: 1,
    security: "public",
    parameters: [],
    answer: ({ market }) => exchangeInfo(market.symbols, market.now()),
  },
  "GET /fapi/v1/klines": {
    weight: 5,
    security: "public",
    parameters: ["symbol", "interval", "startTime", "endTime", "limit"],
    answer: klines,
  },
  "GET /fapi/v1/ticker/bookTicker": {
    weight: 2,
    security: "public",
    parameters: ["symbol"],
    answer: bookTicker,
  },
  "GET /fapi/v1/depth": { weight: 2, security: "public", parameters: ["symbol", "limit"], answer: depth },
  ...ORDER_ROUTES,
  ...ALGO_ROUTES,
  ...ACCOUNT_ROUTES,
};

function klines({ market, faults }: RouteContext, query: Query): unknown {
  const symbol = knownSymbol(market, query);
  const interval = query.interval ?? "";
  if (!isTimeframe(interval)) throw new BinanceError(-1120, "Invalid interval.");
  const limit = wholeNumber(query, "limit") ?? 500;
  if (limit < 1 || limit > 1500)
    throw new BinanceError(-1130, "Data sent for parameter 'limit' is not valid.");
  const from = wholeNumber(query, "startTime");
  const until = wholeNumber(query, "endTime") ?? market.now();
  const found = market.klines(symbol, interval, from ?? 0, until);
  const asked = from === undefined ? found.slice(-limit) : found.slice(0, limit);
  return (faults.rewriteKlines?.(asked) ?? asked).map((candle) => [
    candle.openTime,
    String(candle.open),
    String(candle.high),
    String(candle.low),
    String(candle.close),
    String(candle.volume),
    klineCloseTime(candle.openTime, interval),
    "0",
    1,
    "0",
    "0",
    "0",
  ]);
}

/** A book of one order a side, each a tick away from the last price. */
function depth({ market }: RouteContext, query: Query): unknown {
  const symbol = knownSymbol(market, query);
  const limit = wholeNumber(query, "limit") ?? 500;
  if (![5, 10, 20, 50, 100, 500, 1000].includes(limit))
    throw new BinanceError(-1130, "Data sent for parameter 'limit' is not valid.");
  const last = decimal(market.klines(symbol, "1m", 0, market.now()).at(-1)?.close ?? 0);
  const tick = market.symbols.find(({ id }) => id === symbol)?.tickSize ?? "0.1";
  return {
    lastUpdateId: 1,
    E: market.now(),
    T: market.now(),
    bids: [[last.minus(tick).toFixed(), "1"]],
    asks: [[last.plus(tick).toFixed(), "1"]],
  };
}

function bookTicker({ market }: RouteContext, query: Query): unknown {
  const symbol = knownSymbol(market, query);
  const last = String(market.klines(symbol, "1m", 0, market.now()).at(-1)?.close ?? 0);
  return { symbol, bidPrice: last, bidQty: "1", askPrice: last, askQty: "1", time: market.now() };
}
