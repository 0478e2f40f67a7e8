import type { Candle } from "../../../src/engine/candles/candle.ts";
import type { Timeframe } from "../../../src/engine/candles/timeframe.ts";
import { decimal, toText } from "../../../src/engine/decimal.ts";
import type { EmulatedSymbol } from "../exchange/symbols.ts";
import { instrumentRow } from "./instruments.ts";
import { contractOf, mandatory, parameterError, wholeNumber, wordOf } from "./request-params.ts";
import type { Route, RouteContext, Words } from "./route.ts";

const CATEGORIES = ["spot", "linear", "inverse", "option"] as const;
const MAX_CANDLES = 1000;
const INTERVALS: Readonly<Record<string, Timeframe>> = {
  "1": "1m",
  "5": "5m",
  "15": "15m",
  "60": "1h",
  "240": "4h",
  D: "1d",
};

/** Public data; the whole address may be asked 600 times in five seconds, which is nobody's limit here. */
export const MARKET_ROUTES: Readonly<Record<string, Route>> = {
  "GET /v5/market/time": {
    parameters: [],
    limit: 120,
    answer: ({ market, faults }) => {
      const now = market.now() + faults.clockAheadMs;
      return { timeSecond: String(Math.floor(now / 1000)), timeNano: `${now}000000` };
    },
  },
  "GET /v5/market/instruments-info": {
    parameters: "category symbol symbolType status baseCoin limit cursor".split(" "),
    limit: 120,
    answer: ({ market }, query) => {
      const category = wordOf(query, "category", CATEGORIES);
      const isListed = category === "linear" && (query.status ?? "Trading") === "Trading";
      const asked = market.symbols.filter(({ id }) => query.symbol === undefined || query.symbol === id);
      return { category, list: isListed ? asked.map(instrumentRow) : [], nextPageCursor: "" };
    },
  },
  "GET /v5/market/kline": {
    parameters: "category symbol interval start end limit".split(" "),
    limit: 120,
    answer: candles,
  },
  "GET /v5/market/tickers": {
    parameters: "category symbol baseCoin expDate".split(" "),
    limit: 120,
    answer: (context, query) => {
      const category = wordOf(query, "category", CATEGORIES);
      const asked = context.market.symbols.filter(({ id }) => (query.symbol ?? id) === id);
      return { category, list: category === "linear" ? asked.map((each) => tickerRow(context, each)) : [] };
    },
  },
};

/** Newest first. With a start alone they are the first ones from there on, else the last ones. */
function candles({ market, faults }: RouteContext, query: Words): object {
  const { id } = contractOf(market, query);
  const interval = INTERVALS[mandatory(query, "interval")];
  const limit = wholeNumber(query, "limit") ?? 200;
  if (interval === undefined) throw parameterError("interval");
  if (limit < 1 || limit > MAX_CANDLES) throw parameterError("limit");
  const start = wholeNumber(query, "start");
  const end = wholeNumber(query, "end");
  const found = market.klines(id, interval, start ?? 0, end ?? market.now());
  const page = start !== undefined && end === undefined ? found.slice(0, limit) : found.slice(-limit);
  const rows = (faults.rewriteKlines?.(page) ?? page).map(candleRow).reverse();
  return { category: "linear", symbol: id, list: rows };
}

function candleRow({ openTime, open, high, low, close, volume }: Candle): readonly string[] {
  return [openTime, open, high, low, close, volume, toText(decimal(volume).mul(close))].map(String);
}

function tickerRow({ trading }: RouteContext, { id, tickSize }: EmulatedSymbol): object {
  const last = trading.lastPrice(id);
  const price = toText(last);
  return {
    symbol: id,
    lastPrice: price,
    indexPrice: price,
    markPrice: price,
    prevPrice24h: price,
    price24hPcnt: "0",
    highPrice24h: price,
    lowPrice24h: price,
    turnover24h: "100000",
    volume24h: "1000",
    fundingRate: "0",
    nextFundingTime: "0",
    bid1Price: toText(last.minus(tickSize)),
    bid1Size: "1",
    ask1Price: toText(last.plus(tickSize)),
    ask1Size: "1",
  };
}
