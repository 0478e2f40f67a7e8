import type { AddressInfo } from "node:net";
import { createEmulatedMarket, type EmulatedMarket } from "./emulated-market.ts";
import { createFaults, type FaultSwitches, type Faults } from "./faults.ts";
import { createHttpServer, type HttpDialect } from "./http-server.ts";
import { createRequestLog, type LogEntry, type RequestLog } from "./request-log.ts";
import { createStreamServer, type StreamDialect, type StreamServer } from "./stream-server.ts";
import type { EmulatedSymbol } from "./symbols.ts";
import { createTradingBook, type TradingBook } from "./trading/trading-book.ts";
import type { BookRules, JournalEntry } from "./trading/trading-types.ts";

/** The one account that may sign. */
export interface Credentials {
  readonly apiKey: string;
  readonly secret: string;
  /** Where the venue asks for one. */
  readonly passphrase?: string;
}

/** An exchange on loopback, moved by a script. */
export interface EmulatedExchange {
  /** `http://127.0.0.1:port`, without a path. */
  readonly httpUrl: string;
  readonly wsUrl: string;
  readonly market: EmulatedMarket;
  readonly faults: FaultSwitches;
  /** The account; its `journal` is the truth about orders and fills. */
  readonly trading: TradingBook;
  readonly streams: Pick<StreamServer, "drop">;
  /** Everything that arrived, append-only. */
  readonly log: readonly LogEntry[];
  close(): Promise<void>;
}

export interface EmulatedExchangeOptions {
  readonly startMs: number;
  readonly symbols: readonly EmulatedSymbol[];
  /** USDT in the account; 10000 by default. */
  readonly startBalance?: string;
  /** Told of everything the exchange does, as it does it. */
  readonly onJournal?: (entry: JournalEntry) => void;
  /** Where to listen on loopback; any free port by default. */
  readonly port?: number;
}

/** What a dialect works with. */
export interface ExchangeParts {
  readonly market: EmulatedMarket;
  readonly faults: Faults;
  readonly trading: TradingBook;
  readonly log: RequestLog;
}

/** One venue: its books' rules, its answers, and its words on the sockets. */
export interface VenueDialect {
  readonly rules: BookRules;
  http(parts: ExchangeParts): HttpDialect;
  streams(parts: ExchangeParts): StreamDialect;
  /** Called once with the server of the sockets, to tell what happens to those who listen. */
  broadcast(parts: ExchangeParts, streams: StreamServer): void;
}

/** Starts an emulated exchange that speaks `dialect`. */
export async function startEmulatedExchange(
  options: EmulatedExchangeOptions,
  dialect: VenueDialect,
): Promise<EmulatedExchange> {
  const { symbols, startMs, startBalance = "10000", onJournal, port: wanted = 0 } = options;
  const market = createEmulatedMarket(symbols, startMs);
  const faults = createFaults();
  const log = createRequestLog();
  const rules = { ...dialect.rules, startBalance, ...(onJournal && { onJournal }) };
  const trading = createTradingBook(market, faults, rules);
  const parts = { market, faults, trading, log };
  const http = createHttpServer(parts, dialect.http(parts));
  const streams = createStreamServer(http, parts, dialect.streams(parts));
  dialect.broadcast(parts, streams);
  await new Promise<void>((resolve) => http.listen(wanted, "127.0.0.1", resolve));
  // A server that listens on TCP has an address of this kind.
  const { port } = http.address() as AddressInfo;
  return {
    httpUrl: `http://127.0.0.1:${port}`,
    wsUrl: `ws://127.0.0.1:${port}`,
    market,
    faults,
    trading,
    streams,
    log: log.entries,
    close: async () => {
      await streams.close();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}
