import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { CandleSeries } from "../../engine/candles/candle-series.ts";
import { isTimeframe, type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import { candleColumns } from "./candle-columns.ts";

/** What Binance futures allow an address in a minute, and what a read of candles costs up to a limit. */
export const ALLOWED_WEIGHT = 2400;
const CANDLE_WEIGHTS = [
  [99, 1],
  [499, 2],
  [1000, 5],
  [1500, 10],
] as const;
const MINUTE_MS = 60_000;
const PATTERN_LENGTH = 4096;

export interface WeighedExchange {
  readonly httpUrl: string;
  readonly wsUrl: string;
  /** Requests so far, their weight, and those that were refused. */
  readonly counts: { requests: number; weight: number; refused: number; heaviestMinute: number };
  close(): Promise<void>;
}

/** The candles of Binance futures on loopback: any of `count` symbols, requests weighed and refused as there. */
export async function startWeighedExchange(count: number): Promise<WeighedExchange> {
  const counts = { requests: 0, weight: 0, refused: 0, heaviestMinute: 0 };
  const patterns = new Map<Timeframe, CandleSeries>();
  let minute = { startsAt: 0, weight: 0 };
  const weigh = (weight: number): number => {
    const startsAt = Date.now() - (Date.now() % MINUTE_MS);
    if (minute.startsAt !== startsAt) minute = { startsAt, weight: 0 };
    minute.weight += weight;
    counts.requests += 1;
    counts.weight += weight;
    counts.heaviestMinute = Math.max(counts.heaviestMinute, minute.weight);
    return minute.weight;
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://loopback");
    const limit = Number(searchParams.get("limit") ?? 500);
    const isCandles = pathname.endsWith("/klines");
    const used = weigh(isCandles ? candleWeight(limit) : 1);
    if (used > ALLOWED_WEIGHT) {
      counts.refused += 1;
      answer(response, 429, used, { code: -1003, msg: "Too many requests." });
    } else if (isCandles) {
      answer(response, 200, used, candles(patterns, searchParams, limit));
    } else if (pathname.endsWith("/exchangeInfo")) {
      answer(response, 200, used, listing(count));
    } else answer(response, 200, used, { serverTime: Date.now() });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { httpUrl: `http://127.0.0.1:${port}`, wsUrl: `ws://127.0.0.1:${port}`, counts, close };
}

function candleWeight(limit: number): number {
  return CANDLE_WEIGHTS.find(([most]) => limit <= most)?.[1] ?? 10;
}

function answer(response: ServerResponse, status: number, used: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "X-MBX-USED-WEIGHT-1M": String(used) });
  response.end(JSON.stringify(body));
}

/** Rows from `startTime` on, the candle that forms included. */
function candles(patterns: Map<Timeframe, CandleSeries>, query: URLSearchParams, limit: number): unknown[] {
  const interval = query.get("interval") ?? "";
  if (!isTimeframe(interval)) return [];
  const length = timeframeMs(interval);
  const pattern = patterns.get(interval) ?? candleColumns("walk", PATTERN_LENGTH, interval);
  patterns.set(interval, pattern);
  const rows: unknown[] = [];
  const from = Math.ceil(Number(query.get("startTime") ?? 0) / length) * length;
  for (let at = from; at <= Date.now() && rows.length < limit; at += length) {
    const { open, high, low, close, volume } = pattern.candle((at / length) % PATTERN_LENGTH);
    const prices = [open, high, low, close, volume].map((value) => value.toFixed(2));
    rows.push([at, ...prices, at + length - 1, "0", 1, "0", "0", "0"]);
  }
  return rows;
}

function listing(count: number): unknown {
  return {
    timezone: "UTC",
    serverTime: Date.now(),
    symbols: Array.from({ length: count }, (_, at) => perpetual(at)),
  };
}

function perpetual(at: number): unknown {
  const baseAsset = `C${at}`;
  return {
    symbol: `${baseAsset}USDT`,
    pair: `${baseAsset}USDT`,
    contractType: "PERPETUAL",
    deliveryDate: 4_133_404_800_000,
    onboardDate: 1_569_398_400_000,
    status: "TRADING",
    baseAsset,
    quoteAsset: "USDT",
    marginAsset: "USDT",
    pricePrecision: 2,
    quantityPrecision: 3,
    filters: [
      { filterType: "PRICE_FILTER", minPrice: "0.01", maxPrice: "4529764", tickSize: "0.01" },
      { filterType: "LOT_SIZE", minQty: "0.001", maxQty: "1000", stepSize: "0.001" },
      { filterType: "MIN_NOTIONAL", notional: "5" },
    ],
    orderTypes: ["LIMIT", "MARKET"],
    timeInForce: ["GTC"],
  };
}
