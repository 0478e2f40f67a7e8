import { type CcxtExchangeOptions, createCcxtExchange } from "../../../src/exchange/ccxt/ccxt-exchange.ts";
import {
  type BinanceEmulator,
  type BinanceEmulatorOptions,
  EMULATED_KEY,
  startBinanceEmulator,
} from "../../emulators/binance/binance-emulator.ts";
import { COINUSDT } from "../../emulators/exchange/symbols.ts";
import { COIN, START } from "./suite/sample-orders.ts";

export { COIN, entry, exit, START } from "./suite/sample-orders.ts";

/** Starts the emulated Binance alone. */
export function anEmulator(change: Partial<BinanceEmulatorOptions> = {}): Promise<BinanceEmulator> {
  return startBinanceEmulator({ startMs: START, symbols: [COINUSDT], ...change });
}

/** The exchange over the real ccxt client and an emulated Binance. */
export async function connect(emulator: BinanceEmulator, change: Partial<CcxtExchangeOptions> = {}) {
  return createCcxtExchange({
    exchange: "binanceusdm",
    keys: EMULATED_KEY,
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
export async function anEmulatedExchange(change: Partial<CcxtExchangeOptions> = {}) {
  const emulator = await anEmulator();
  const exchange = await connect(emulator, change);
  return {
    emulator,
    exchange,
    trade: (price: number) => emulator.market.trade(COINUSDT.id, price, 1000),
    /** Calls of a method and path that arrived, such as `POST /fapi/v1/order`. */
    calls: (call: string) =>
      emulator.log.filter((entry) => entry.type === "http" && `${entry.method} ${entry.path}` === call)
        .length,
  };
}
