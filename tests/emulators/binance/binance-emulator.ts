import type { AddressInfo } from "node:net";
import { createEmulatedMarket, type EmulatedMarket } from "./emulated-market.ts";
import { createFaults, type FaultSwitches } from "./faults.ts";
import { createHttpServer } from "./http-server.ts";
import { createRequestLog, type LogEntry } from "./request-log.ts";
import type { Credentials } from "./signed-request.ts";
import { createStreamServer, type StreamServer } from "./stream-server.ts";
import { BTCUSDT, type EmulatedSymbol, ETHUSDT } from "./symbols.ts";
import { createTradingBook, type TradingBook } from "./trading/trading-book.ts";
import type { JournalEntry } from "./trading/trading-types.ts";
import { createUserStream, type UserStream } from "./user-stream.ts";

/** The account that exists unless a test says otherwise. */
export const EMULATED_KEY: Credentials = { apiKey: "emulated-key", secret: "emulated-secret" };

/** Binance USDT-M futures on loopback, moved by a script. */
export interface BinanceEmulator {
  /** `http://127.0.0.1:port`, without a path. */
  readonly httpUrl: string;
  readonly wsUrl: string;
  readonly market: EmulatedMarket;
  readonly faults: FaultSwitches;
  /** The account; its `journal` is the truth about orders and fills. */
  readonly trading: TradingBook;
  readonly keyPermissions: UserStream["keyPermissions"];
  readonly streams: Pick<StreamServer, "inject" | "drop">;
  /** Everything that arrived, append-only. */
  readonly log: readonly LogEntry[];
  close(): Promise<void>;
}

export interface BinanceEmulatorOptions {
  readonly startMs: number;
  readonly symbols?: readonly EmulatedSymbol[];
  readonly credentials?: Credentials;
  /** USDT in the account; 10000 by default. */
  readonly startBalance?: string;
  /** Request weight in a minute beyond which everything is answered with 429; 2400 by default. */
  readonly weightPerMinute?: number;
  /** Told of everything the exchange does, as it does it. */
  readonly onJournal?: (entry: JournalEntry) => void;
  /** Where to listen on loopback; any free port by default. */
  readonly port?: number;
}

export async function startBinanceEmulator(options: BinanceEmulatorOptions): Promise<BinanceEmulator> {
  const market = createEmulatedMarket(options.symbols ?? [BTCUSDT, ETHUSDT], options.startMs);
  const faults = createFaults();
  const log = createRequestLog();
  const trading = createTradingBook(market, faults, options.startBalance ?? "10000", options.onJournal);
  const userStream = createUserStream(market, faults, trading);
  const context = { market, faults, trading, userStream };
  const { credentials = EMULATED_KEY, weightPerMinute } = options;
  const limits = weightPerMinute === undefined ? {} : { weightPerMinute };
  const http = createHttpServer(context, { credentials, ...limits }, log);
  const streams = createStreamServer(http, market, faults, log, userStream);
  await new Promise<void>((resolve) => http.listen(options.port ?? 0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address of this kind.
  const { port } = http.address() as AddressInfo;
  return {
    httpUrl: `http://127.0.0.1:${port}`,
    wsUrl: `ws://127.0.0.1:${port}`,
    market,
    faults,
    trading,
    keyPermissions: userStream.keyPermissions,
    streams,
    log: log.entries,
    close: async () => {
      await streams.close();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}
