import type { Candle } from "../../../src/engine/candles/candle.ts";
import { isTimeframe } from "../../../src/engine/candles/timeframe.ts";
import { decimal, toText } from "../../../src/engine/decimal.ts";
import type { EmulatedSymbol } from "../exchange/symbols.ts";
import { instrumentRow } from "./instruments.ts";
import { mandatory, parameterError, symbolOf, wholeNumber } from "./request-params.ts";
import type { Route, RouteContext, Words } from "./route.ts";

const CANDLES = ["instId", "bar", "after", "before", "limit"];
const MAX_CANDLES = 300;
const KINDS = ["SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION"];

/** Public data. */
export const MARKET_ROUTES: Readonly<Record<string, Route>> = {
  "GET /api/v5/public/time": {
    parameters: [],
    limit: 10,
    answer: ({ market, faults }) => [{ ts: String(market.now() + faults.clockAheadMs) }],
  },
  "GET /api/v5/public/instruments": {
    parameters: ["instType", "uly", "instFamily", "instId"],
    limit: 20,
    answer: ({ market }, query) => {
      const { instId } = query;
      const isAsked = ({ id }: EmulatedSymbol) => instId === undefined || id === instId;
      return kindOf(query) === "SWAP" ? market.symbols.filter(isAsked).map(instrumentRow) : [];
    },
  },
  "GET /api/v5/market/candles": { parameters: CANDLES, limit: 40, answer: candles },
  "GET /api/v5/market/history-candles": { parameters: CANDLES, limit: 20, answer: candles },
  "GET /api/v5/market/ticker": {
    parameters: ["instId"],
    limit: 20,
    answer: (context, query) => [tickerRow(context, symbolOf(context.market, mandatory(query, "instId")))],
  },
  "GET /api/v5/market/tickers": {
    parameters: ["instType", "uly", "instFamily"],
    limit: 20,
    answer: (context, query) =>
      kindOf(query) === "SWAP" ? context.market.symbols.map((symbol) => tickerRow(context, symbol)) : [],
  },
};

function kindOf(query: Words): string {
  const kind = mandatory(query, "instType");
  if (!KINDS.includes(kind)) throw parameterError("instType");
  return kind;
}

/** `after` is the page before a time, `before` the one after it, newest first. */
function candles({ market, faults }: RouteContext, query: Words): readonly unknown[] {
  const symbol = symbolOf(market, mandatory(query, "instId"));
  const interval = barTimeframe(query.bar ?? "1m");
  const limit = wholeNumber(query, "limit") ?? 100;
  if (limit < 1 || limit > MAX_CANDLES) throw parameterError("limit");
  const after = wholeNumber(query, "after") ?? Number.POSITIVE_INFINITY;
  const before = wholeNumber(query, "before") ?? -1;
  const found = market
    .klines(symbol.id, interval, 0, market.now())
    .filter(({ openTime }) => openTime < after && openTime > before)
    .slice(-limit);
  const forming = market.klines(symbol.id, interval, 0, market.now()).at(-1)?.openTime;
  return (faults.rewriteKlines?.(found) ?? found)
    .map((candle) => candleRow(symbol, candle, candle.openTime !== forming))
    .reverse();
}

function barTimeframe(bar: string) {
  const name = bar.replace("utc", "").replace("H", "h").replace("D", "d").replace("W", "w");
  if (!isTimeframe(name)) throw parameterError("bar");
  return name;
}

/** The market counts base currency; OKX tells contracts, coins and money. */
export function candleRow(symbol: EmulatedSymbol, candle: Candle, isClosed: boolean): readonly string[] {
  const { openTime, open, high, low, close, volume } = candle;
  const contracts = toText(decimal(volume).div(symbol.contractSize ?? 1));
  const money = toText(decimal(volume).mul(close));
  const prices = [open, high, low, close].map(String);
  return [String(openTime), ...prices, contracts, String(volume), money, isClosed ? "1" : "0"];
}

function tickerRow({ market, trading }: RouteContext, { id }: EmulatedSymbol): unknown {
  const last = toText(trading.lastPrice(id));
  return {
    instType: "SWAP",
    instId: id,
    last,
    lastSz: "1",
    askPx: last,
    askSz: "1",
    bidPx: last,
    bidSz: "1",
    open24h: last,
    high24h: last,
    low24h: last,
    volCcy24h: "1000",
    vol24h: "10000",
    ts: String(market.now()),
  };
}
