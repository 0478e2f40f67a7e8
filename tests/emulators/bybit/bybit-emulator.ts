import { streamAccount } from "../exchange/account-stream.ts";
import {
  type Credentials,
  type EmulatedExchange,
  type EmulatedExchangeOptions,
  startEmulatedExchange,
} from "../exchange/emulated-exchange.ts";
import { BTCUSDT, type EmulatedSymbol, ETHUSDT } from "../exchange/symbols.ts";
import { type AccountMessage, accountMessages } from "./account-messages.ts";
import { createHttpDialect } from "./http-dialect.ts";
import { MARKET_ROUTES } from "./market-routes.ts";
import type { Route } from "./route.ts";
import { createStreamDialect, tellAccount, tellKline } from "./stream-dialect.ts";
import { ACCOUNT_ROUTES } from "./trading/account-routes.ts";
import { ORDER_ROUTES } from "./trading/order-routes.ts";
import { type BybitUser, createUser } from "./user.ts";

/** The account that exists unless a test says otherwise. */
export const EMULATED_BYBIT_KEY = {
  apiKey: "emulated-key",
  secret: "emulated-secret",
} as const satisfies Credentials;

const ROUTES: Readonly<Record<string, Route>> = { ...MARKET_ROUTES, ...ORDER_ROUTES, ...ACCOUNT_ROUTES };

/** USDT perpetuals of Bybit (v5, unified account) on loopback, moved by a script. */
export interface BybitEmulator extends EmulatedExchange {
  readonly user: BybitUser;
}

export interface BybitEmulatorOptions extends Omit<EmulatedExchangeOptions, "symbols"> {
  readonly symbols?: readonly EmulatedSymbol[];
  readonly credentials?: Credentials;
  /** Refuses more requests in a second of its time than an endpoint takes; off by default. */
  readonly limitsRate?: boolean;
}

export async function startBybitEmulator(options: BybitEmulatorOptions): Promise<BybitEmulator> {
  const { credentials = EMULATED_BYBIT_KEY, symbols = [BTCUSDT, ETHUSDT], limitsRate = false } = options;
  const user = createUser();
  const exchange = await startEmulatedExchange(
    { ...options, symbols },
    {
      rules: { takerFee: "0.00055", makerFee: "0.0002", triggeredName: ({ clientAlgoId }) => clientAlgoId },
      http: (parts) => createHttpDialect({ ...parts, user }, { credentials, routes: ROUTES, limitsRate }),
      streams: (parts) => createStreamDialect({ ...parts, user }, credentials),
      broadcast: (parts, streams) => {
        const context = { ...parts, user };
        parts.market.onKline((symbol, kline) => tellKline(streams, context, symbol, kline));
        streamAccount(
          parts,
          (event) => accountMessages(event, context),
          // The stream hands back what this dialect gave it.
          (message) => tellAccount(streams, context, message as AccountMessage),
        );
      },
    },
  );
  return { ...exchange, user };
}
