import { setMaxListeners } from "node:events";
import { timeframeMs } from "../../engine/candles/timeframe.ts";
import type { DeskError } from "../../engine/errors.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { MarketData, MarketEvent } from "../../engine/ports/market-data.ts";
import type { Wait } from "../wait.ts";
import { createCandleJudge, type QuarantinedCandle } from "./candle-judge.ts";
import { type ListedSymbol, listedSymbols, type MarketType, TICK_SIZE } from "./ccxt-instruments.ts";
import { countRequests } from "./count-requests.ts";
import { createExchangeTime, type ExchangeTime } from "./exchange-time.ts";
import { fetchClosedCandles } from "./fetch-candles.ts";
import { fetchSpread } from "./fetch-spread.ts";
import { fetchTickers } from "./fetch-tickers.ts";
import { followSymbol } from "./follow-symbol.ts";
import { createLiveConnection } from "./live-rows.ts";
import { type CcxtClient, loadClientFactory } from "./load-client.ts";
import { marketFault } from "./market-fault.ts";
import { type CandleDifference, createMinuteProof } from "./minute-proof.ts";
import { createMinuteTape } from "./minute-tape.ts";
import { BESIDE_AN_ACCOUNT, keepWithinBudget, requestPace, WHOLE_BUDGET } from "./request-pace.ts";
import type { ServerOverride } from "./rewrite-urls.ts";

export interface CcxtMarketOptions {
  /** ccxt's name of the exchange, such as `binanceusdm`. */
  readonly exchange: string;
  /** Which market a name means where an exchange has both; perpetuals by default. */
  readonly marketType?: MarketType;
  /** The desk trades at the same exchange, whose requests count against the same limits; false by default. */
  readonly besideAccount?: boolean;
  readonly clock: Clock;
  readonly wait: Wait;
  /** How long after a minute's end its candle may still come by the stream; 2000 by default. */
  readonly graceMs?: number;
  /** A request without an answer fails after this; 10000 by default. */
  readonly requestTimeoutMs?: number;
  /** Told of every candle that was put aside. */
  readonly onQuarantine?: (candle: QuarantinedCandle) => void;
  /** Told of every minute that was delivered otherwise than the exchange stored it. */
  readonly onDifference?: (difference: CandleDifference) => void;
  /** Told of every failed request and lost connection that the stream gets over by itself. */
  readonly onFault?: (fault: DeskError) => void;
  /** Another server in place of the exchange; for tests. */
  readonly server?: ServerOverride;
}

/** What the parts of the market share. */
interface MarketParts {
  readonly options: CcxtMarketOptions;
  readonly rest: CcxtClient;
  readonly newClient: (overrides?: Readonly<Record<string, unknown>>) => Promise<CcxtClient>;
  readonly time: ExchangeTime;
  readonly listed: () => Promise<ReadonlyMap<string, ListedSymbol>>;
  readonly onQuarantine: (candle: QuarantinedCandle) => void;
  readonly onDifference: (difference: CandleDifference) => void;
  readonly onFault: (fault: DeskError) => void;
}

/**
 * Public candles of any exchange that ccxt knows, without keys: history by requests, then the stream of forming
 * minutes. A minute that the stream showed to its end costs no request; one that it missed, or that the exchange
 * is late to tell, costs one, and what was told is compared with what is stored four times an hour. Throws `DeskError` `config-invalid` for
 * an exchange that ccxt does not have; nothing is connected before the first call.
 */
export async function createCcxtMarket(options: CcxtMarketOptions): Promise<MarketData> {
  const { exchange, server, wait, requestTimeoutMs = 10_000 } = options;
  const share = options.besideAccount === true ? BESIDE_AN_ACCOUNT : WHOLE_BUDGET;
  const newClient = await loadClientFactory({ exchange, requestTimeoutMs, ...(server ? { server } : {}) });
  const rest = await newClient(requestPace(exchange, share));
  const time = createExchangeTime(rest, options.clock);
  keepWithinBudget(rest, { exchange, share, time, wait });
  const parts: MarketParts = {
    options,
    rest,
    newClient,
    time,
    listed: createListing(rest, options.marketType ?? "swap", options.clock),
    onQuarantine: options.onQuarantine ?? (() => undefined),
    onDifference: options.onDifference ?? (() => undefined),
    onFault: options.onFault ?? (() => undefined),
  };
  return {
    baseTimeframe: "1m",
    instruments: async () => [...(await parts.listed()).values()].map(({ instrument }) => instrument),
    history: async (symbol, timeframe, sinceMs, limit) => {
      const found = (await parts.listed()).get(symbol);
      if (!found || !(timeframe in rest.timeframes)) return [];
      await parts.time.refresh();
      const { ccxtSymbol } = found;
      const { time, onQuarantine } = parts;
      const judge = createCandleJudge({ symbol, timeframeMs: timeframeMs(timeframe), onQuarantine });
      return fetchClosedCandles({ client: rest, ccxtSymbol, timeframe, sinceMs, limit, time, judge });
    },
    tickers: async () => fetchTickers(rest, await parts.listed()),
    spread: async (symbol) => {
      const found = (await parts.listed()).get(symbol);
      return found && fetchSpread(rest, found.ccxtSymbol);
    },
    budget: countRequests(rest, options.clock),
    stream: (symbols, handle, stop) => stream(parts, symbols, handle, stop),
  };
}

/** Symbols come and go: the list is read again by the first call after this. */
const LISTING_MS = 12 * 3_600_000;

/** The markets, read twice a day at most; a failed read is tried again by the next call. */
function createListing(
  client: CcxtClient,
  preferred: MarketType,
  clock: Clock,
): () => Promise<ReadonlyMap<string, ListedSymbol>> {
  let failed = false;
  let listed: ReadonlyMap<string, ListedSymbol> | undefined;
  let readAt = 0;
  return async () => {
    if (listed && clock.now() - readAt < LISTING_MS) return listed;
    try {
      // ccxt remembers a failure, and the markets, for good unless it is told to reload.
      const markets = await client.loadMarkets(failed || listed !== undefined);
      readAt = clock.now();
      failed = false;
      const known = Object.values(markets).filter((market) => market !== undefined);
      listed = listedSymbols(known, client.precisionMode ?? TICK_SIZE, preferred);
      return listed;
    } catch (error) {
      failed = true;
      if (listed) return listed;
      throw marketFault(client, error);
    }
  };
}

async function stream(
  parts: MarketParts,
  symbols: readonly string[],
  handle: (event: MarketEvent) => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  if (stop.aborted) return;
  const listed = await parts.listed();
  await parts.time.refresh();
  // ccxt leaves a rejection unhandled when a socket drops while a throttled subscription waits: no throttle here.
  const client = await parts.newClient({ enableRateLimit: false, newUpdates: false });
  client.setMarkets(parts.rest.markets);
  const end = new AbortController();
  // Every symbol waits on this one signal.
  setMaxListeners(0, end.signal);
  const endAll = () => end.abort();
  stop.addEventListener("abort", endAll);
  const { wait } = parts.options;
  const { time, onFault } = parts;
  const connection = createLiveConnection({ client, time, wait, stop: end.signal, onFault });
  const follow = async (symbol: string) => {
    const found = listed.get(symbol);
    if (!found) return;
    const followed = followedSymbol(parts, found, handle);
    await followSymbol({ ...followed, rows: connection.rows(found.ccxtSymbol) }, end.signal).finally(endAll);
  };
  try {
    if (stop.aborted) return;
    await Promise.all(symbols.map(follow));
  } finally {
    endAll();
    stop.removeEventListener("abort", endAll);
    connection.close();
  }
}

function followedSymbol(
  { options, rest, time, onQuarantine, onDifference, onFault }: MarketParts,
  { instrument: { symbol }, ccxtSymbol }: ListedSymbol,
  handle: (event: MarketEvent) => Promise<void>,
) {
  const { clock, wait, graceMs = 2000 } = options;
  const judge = createCandleJudge({ symbol, timeframeMs: timeframeMs("1m"), onQuarantine });
  const stored = (sinceMs: number, limit: number) =>
    fetchClosedCandles({ client: rest, ccxtSymbol, timeframe: "1m", sinceMs, limit, time, judge });
  return {
    symbol,
    clock,
    time,
    wait,
    handle,
    judge,
    onFault,
    tape: createMinuteTape(time.now(), graceMs),
    stored,
    proof: createMinuteProof({ symbol, stored, onDifference, onFault }),
  };
}
