import { streamAccount } from "../exchange/account-stream.ts";
import {
  type Credentials,
  type EmulatedExchange,
  type EmulatedExchangeOptions,
  startEmulatedExchange,
} from "../exchange/emulated-exchange.ts";
import type { EmulatedSymbol } from "../exchange/symbols.ts";
import { type AccountMessage, accountMessages } from "./account-messages.ts";
import { createHttpDialect } from "./http-dialect.ts";
import { BTC_SWAP, ETH_SWAP } from "./instruments.ts";
import { MARKET_ROUTES } from "./market-routes.ts";
import type { Route } from "./route.ts";
import { createStreamDialect, tellAccount, tellCandle } from "./stream-dialect.ts";
import { ACCOUNT_ROUTES } from "./trading/account-routes.ts";
import { ALGO_ROUTES } from "./trading/algo-routes.ts";
import { ORDER_ROUTES } from "./trading/order-routes.ts";
import { createUser, type OkxUser } from "./user.ts";

/** The account that exists unless a test says otherwise. */
export const EMULATED_OKX_KEY = {
  apiKey: "emulated-key",
  secret: "emulated-secret",
  passphrase: "emulated-passphrase",
} as const satisfies Credentials;

const ROUTES: Readonly<Record<string, Route>> = {
  ...MARKET_ROUTES,
  ...ORDER_ROUTES,
  ...ALGO_ROUTES,
  ...ACCOUNT_ROUTES,
};

/** OKX perpetuals (v5) on loopback, moved by a script. */
export interface OkxEmulator extends EmulatedExchange {
  readonly key: OkxUser["key"];
  /** Beside the key: what else happens in the account. */
  readonly user: OkxUser;
}

export interface OkxEmulatorOptions extends Omit<EmulatedExchangeOptions, "symbols"> {
  readonly symbols?: readonly EmulatedSymbol[];
  readonly credentials?: Credentials;
  /** Refuses more requests in two seconds of its time than an endpoint takes; off by default. */
  readonly limitsRate?: boolean;
}

export async function startOkxEmulator(options: OkxEmulatorOptions): Promise<OkxEmulator> {
  const { credentials = EMULATED_OKX_KEY, symbols = [BTC_SWAP, ETH_SWAP], limitsRate = false } = options;
  const user = createUser();
  const exchange = await startEmulatedExchange(
    { ...options, symbols },
    {
      rules: { takerFee: "0.0005", makerFee: "0.0002", triggeredName: ({ algoId }) => `O${algoId}` },
      http: (parts) => createHttpDialect({ ...parts, user }, { credentials, routes: ROUTES, limitsRate }),
      streams: (parts) => createStreamDialect({ ...parts, user }, credentials),
      broadcast: (parts, streams) => {
        const context = { ...parts, user };
        parts.market.onKline((symbol, kline) => tellCandle(streams, symbol, kline));
        streamAccount(
          parts,
          (event) => accountMessages(event, context),
          // The stream hands back what this dialect gave it.
          (message) => tellAccount(streams, message as AccountMessage),
        );
      },
    },
  );
  return { ...exchange, key: user.key, user };
}
