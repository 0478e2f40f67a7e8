import { isTimeframe } from "../../../src/engine/candles/timeframe.ts";
import { type decimal, toText } from "../../../src/engine/decimal.ts";
import { BinanceError } from "../binance/binance-error.ts";
import { knownSymbol, wholeNumber } from "../binance/request-params.ts";
import type { Route, RouteContext } from "../binance/route.ts";
import { klineCloseTime } from "../binance/stream-dialect.ts";
import type { Query } from "../exchange/http-server.ts";
import type { EmulatedSymbol } from "../exchange/symbols.ts";
import { freeBase, freeQuote } from "./balances.ts";
import { ORDER_ROUTES } from "./order-routes.ts";

const publicRoute = (weight: number, parameters: readonly string[], answer: Route["answer"]): Route => ({
  weight,
  security: "public",
  parameters,
  answer,
});

/** Every endpoint by method and path. */
export const SPOT_ROUTES: Readonly<Record<string, Route>> = {
  "GET /api/v3/time": publicRoute(1, [], ({ market, faults }) => ({
    serverTime: market.now() + faults.clockAheadMs,
  })),
  "GET /api/v3/exchangeInfo": publicRoute(20, [], ({ market }) => ({
    timezone: "UTC",
    serverTime: market.now(),
    rateLimits: [{ rateLimitType: "REQUEST_WEIGHT", interval: "MINUTE", intervalNum: 1, limit: 6000 }],
    exchangeFilters: [],
    symbols: market.symbols.map(symbolInfo),
  })),
  // Of the other markets of the same exchange there is nothing here.
  "GET /fapi/v1/exchangeInfo": publicRoute(1, [], () => ({ symbols: [] })),
  "GET /dapi/v1/exchangeInfo": publicRoute(1, [], () => ({ symbols: [] })),
  "GET /api/v3/klines": publicRoute(2, ["symbol", "interval", "startTime", "endTime", "limit"], klines),
  "GET /api/v3/ticker/price": publicRoute(4, ["symbol", "symbols"], ({ market, trading }) =>
    market.symbols.map(({ id }) => ({ symbol: id, price: toText(trading.lastPrice(id)) })),
  ),
  "GET /api/v3/account": {
    weight: 20,
    security: "signed",
    parameters: ["omitZeroBalances"],
    answer: account,
  },
  "GET /sapi/v1/account/apiRestrictions": {
    weight: 1,
    security: "signed",
    parameters: [],
    answer: ({ user }) => user.keyPermissions,
  },
  ...ORDER_ROUTES,
};

function klines({ market }: RouteContext, query: Query): unknown {
  const symbol = knownSymbol(market, query);
  const interval = query.interval ?? "";
  if (!isTimeframe(interval)) throw new BinanceError(-1120, "Invalid interval.");
  const limit = wholeNumber(query, "limit") ?? 500;
  const from = wholeNumber(query, "startTime");
  const found = market.klines(symbol, interval, from ?? 0, wholeNumber(query, "endTime") ?? market.now());
  const asked = from === undefined ? found.slice(-limit) : found.slice(0, limit);
  return asked.map(({ openTime, open, high, low, close, volume }) => [
    openTime,
    ...[open, high, low, close, volume].map(String),
    klineCloseTime(openTime, interval),
    "0",
    1,
    "0",
    "0",
    "0",
  ]);
}

function account({ market, trading }: RouteContext): unknown {
  const quote = { asset: "USDT", ...held(trading.wallet(), freeQuote(trading)) };
  const coins = market.symbols.map(({ id, base }) => ({
    asset: base,
    ...held(trading.positions.net(id), freeBase(trading, id)),
  }));
  return { canTrade: true, accountType: "SPOT", balances: [quote, ...coins] };
}

function held(total: ReturnType<typeof decimal>, free: ReturnType<typeof decimal>) {
  return { free: toText(free), locked: toText(total.minus(free)) };
}

function symbolInfo(symbol: EmulatedSymbol): unknown {
  const { id, base, quote, tickSize, stepSize, minQuantity, minNotional } = symbol;
  return {
    symbol: id,
    status: "TRADING",
    baseAsset: base,
    baseAssetPrecision: 8,
    quoteAsset: quote,
    quotePrecision: 8,
    quoteAssetPrecision: 8,
    orderTypes: ["LIMIT", "LIMIT_MAKER", "MARKET", "STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT"],
    icebergAllowed: true,
    ocoAllowed: true,
    isSpotTradingAllowed: true,
    isMarginTradingAllowed: false,
    permissions: [],
    permissionSets: [["SPOT"]],
    filters: [
      { filterType: "PRICE_FILTER", minPrice: tickSize, maxPrice: "1000000", tickSize },
      { filterType: "LOT_SIZE", minQty: minQuantity, maxQty: "9000", stepSize },
      { filterType: "MARKET_LOT_SIZE", minQty: "0", maxQty: "120", stepSize: "0" },
      {
        filterType: "NOTIONAL",
        minNotional,
        applyMinToMarket: true,
        maxNotional: "9000000",
        avgPriceMins: 5,
      },
    ],
  };
}
