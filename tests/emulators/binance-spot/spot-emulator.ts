import { createHttpDialect } from "../binance/http-dialect.ts";
import { createStreamDialect, klineMessage, sendKline } from "../binance/stream-dialect.ts";
import { createUser, type KeyPermissions } from "../binance/user-stream.ts";
import { streamAccount } from "../exchange/account-stream.ts";
import {
  type Credentials,
  type EmulatedExchange,
  type EmulatedExchangeOptions,
  startEmulatedExchange,
} from "../exchange/emulated-exchange.ts";
import { COINUSDT, type EmulatedSymbol } from "../exchange/symbols.ts";
import { SPOT_ROUTES } from "./routes.ts";
import { createUserStreamDialect, executionReport, USER_TOPIC } from "./user-stream.ts";

/** The account that exists unless a test says otherwise. */
export const SPOT_KEY: Credentials = { apiKey: "emulated-key", secret: "emulated-secret" };

/** COIN/USDT as a spot market whose fees are taken from what is received. */
export const SPOT_COIN: EmulatedSymbol = { ...COINUSDT, isSpot: true };
/** The same for an account that pays its fees in BNB. */
export const SPOT_COIN_BNB: EmulatedSymbol = { ...SPOT_COIN, feeAsset: "BNB" };

/** Spot markets of Binance on loopback, moved by a script. */
export interface SpotEmulator extends EmulatedExchange {
  readonly keyPermissions: KeyPermissions;
}

export interface SpotEmulatorOptions extends Omit<EmulatedExchangeOptions, "symbols"> {
  readonly symbols?: readonly EmulatedSymbol[];
  readonly credentials?: Credentials;
  /** Request weight in a minute beyond which everything is answered with 429; 6000 by default. */
  readonly weightPerMinute?: number;
}

export async function startSpotEmulator(options: SpotEmulatorOptions): Promise<SpotEmulator> {
  const { symbols = [SPOT_COIN], credentials = SPOT_KEY, weightPerMinute = 6000 } = options;
  const settings = { credentials, routes: SPOT_ROUTES, weightPerMinute };
  const user = createUser();
  const exchange = await startEmulatedExchange(
    { ...options, symbols },
    {
      // A stop of spot is one order from its placing to its fill.
      rules: { takerFee: "0.001", makerFee: "0.001", triggeredName: ({ clientAlgoId }) => clientAlgoId },
      http: (parts) => createHttpDialect({ ...parts, user }, settings),
      streams: (parts) => createUserStreamDialect(parts, credentials, createStreamDialect(parts)),
      broadcast: (parts, streams) => {
        parts.market.onKline((symbol, kline) =>
          sendKline(streams, parts, symbol, klineMessage(symbol, kline)),
        );
        streamAccount(
          parts,
          (event) => executionReport(event, parts),
          (event) => {
            for (const peer of streams.peers) {
              if (peer.topics.has(USER_TOPIC)) peer.send({ subscriptionId: 0, event });
            }
          },
        );
      },
    },
  );
  return { ...exchange, keyPermissions: user.keyPermissions };
}
