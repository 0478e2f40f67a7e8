import { streamAccount } from "../exchange/account-stream.ts";
import {
  type Credentials,
  type EmulatedExchange,
  type EmulatedExchangeOptions,
  startEmulatedExchange,
} from "../exchange/emulated-exchange.ts";
import type { StreamServer } from "../exchange/stream-server.ts";
import { BTCUSDT, type EmulatedSymbol, ETHUSDT } from "../exchange/symbols.ts";
import { createHttpDialect } from "./http-dialect.ts";
import { ROUTES } from "./routes.ts";
import { createStreamDialect, klineMessage, listenKeyOf, sendKline } from "./stream-dialect.ts";
import { createUser, type KeyPermissions, userMessages } from "./user-stream.ts";

/** The account that exists unless a test says otherwise. */
export const EMULATED_KEY: Credentials = { apiKey: "emulated-key", secret: "emulated-secret" };

/** Binance USDT-M futures on loopback, moved by a script. */
export interface BinanceEmulator extends EmulatedExchange {
  readonly keyPermissions: KeyPermissions;
  readonly streams: Pick<StreamServer, "drop"> & {
    /** Sends a kline to its subscribers, whatever the market says: malformed, late, doubled. */
    inject(symbol: EmulatedSymbol, kline: unknown): void;
  };
}

export interface BinanceEmulatorOptions extends Omit<EmulatedExchangeOptions, "symbols"> {
  readonly symbols?: readonly EmulatedSymbol[];
  readonly credentials?: Credentials;
  /** Request weight in a minute beyond which everything is answered with 429; 2400 by default. */
  readonly weightPerMinute?: number;
}

export async function startBinanceEmulator(options: BinanceEmulatorOptions): Promise<BinanceEmulator> {
  const { credentials = EMULATED_KEY, weightPerMinute, symbols = [BTCUSDT, ETHUSDT] } = options;
  const user = createUser();
  const limits = weightPerMinute === undefined ? {} : { weightPerMinute };
  let inject: BinanceEmulator["streams"]["inject"] = () => undefined;
  const exchange = await startEmulatedExchange(
    { ...options, symbols },
    {
      rules: {
        takerFee: "0.0005",
        makerFee: "0.0002",
        triggeredName: ({ algoId }) => `autoAlgo${algoId}`,
      },
      http: (parts) => createHttpDialect({ ...parts, user }, { credentials, routes: ROUTES, ...limits }),
      streams: createStreamDialect,
      broadcast: (parts, streams) => {
        inject = (symbol, kline) => sendKline(streams, parts, symbol, kline);
        parts.market.onKline((symbol, kline) => inject(symbol, klineMessage(symbol, kline)));
        streamAccount(
          parts,
          (event) => userMessages(event, parts),
          (message) => {
            for (const peer of streams.peers) if (listenKeyOf(peer) === user.listenKey) peer.send(message);
          },
        );
      },
    },
  );
  const { drop } = exchange.streams;
  return { ...exchange, keyPermissions: user.keyPermissions, streams: { drop, inject } };
}
