import { type CcxtExchangeOptions, createCcxtExchange } from "../../../../src/exchange/ccxt/ccxt-exchange.ts";
import {
  type BybitEmulator,
  type BybitEmulatorOptions,
  EMULATED_BYBIT_KEY,
  startBybitEmulator,
} from "../../../emulators/bybit/bybit-emulator.ts";
import { COINUSDT } from "../../../emulators/exchange/symbols.ts";
import { COIN, START } from "../emulated-exchange.ts";

/** Starts the emulated Bybit alone. */
export function aBybitEmulator(change: Partial<BybitEmulatorOptions> = {}): Promise<BybitEmulator> {
  return startBybitEmulator({ startMs: START, symbols: [COINUSDT], ...change });
}

/** The exchange over the real ccxt client and an emulated Bybit. */
export function connectBybit(emulator: BybitEmulator, change: Partial<CcxtExchangeOptions> = {}) {
  return createCcxtExchange({
    exchange: "bybit",
    keys: EMULATED_BYBIT_KEY,
    symbols: [COIN],
    owns: () => true,
    clock: emulator.market,
    wait: async () => undefined,
    requestTimeoutMs: 2000,
    throttleReads: false,
    server: emulator,
    ...change,
  });
}

/** Both, with what tests do to the market. */
export async function anEmulatedBybit(change: Partial<CcxtExchangeOptions> = {}) {
  const emulator = await aBybitEmulator();
  const exchange = await connectBybit(emulator, change);
  return {
    emulator,
    exchange,
    trade: (price: number) => emulator.market.trade(COINUSDT.id, price, 1000),
    /** Calls of a method and path that arrived, such as `POST /v5/order/create`. */
    calls: (call: string) =>
      emulator.log.filter((entry) => entry.type === "http" && `${entry.method} ${entry.path}` === call)
        .length,
  };
}
