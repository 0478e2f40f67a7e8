import { type CcxtExchangeOptions, createCcxtExchange } from "../../../../src/exchange/ccxt/ccxt-exchange.ts";
import { COIN_SWAP } from "../../../emulators/okx/instruments.ts";
import {
  EMULATED_OKX_KEY,
  type OkxEmulator,
  type OkxEmulatorOptions,
  startOkxEmulator,
} from "../../../emulators/okx/okx-emulator.ts";
import { COIN, START } from "../emulated-exchange.ts";

/** Starts the emulated OKX alone. One contract is a tenth of a coin. */
export function anOkxEmulator(change: Partial<OkxEmulatorOptions> = {}): Promise<OkxEmulator> {
  return startOkxEmulator({ startMs: START, symbols: [COIN_SWAP], ...change });
}

/** The exchange over the real ccxt client and an emulated OKX. */
export function connectOkx(emulator: OkxEmulator, change: Partial<CcxtExchangeOptions> = {}) {
  return createCcxtExchange({
    exchange: "okx",
    keys: EMULATED_OKX_KEY,
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
export async function anEmulatedOkx(change: Partial<CcxtExchangeOptions> = {}) {
  const emulator = await anOkxEmulator();
  const exchange = await connectOkx(emulator, change);
  return {
    emulator,
    exchange,
    trade: (price: number) => emulator.market.trade(COIN_SWAP.id, price, 1000),
    /** Calls of a method and path that arrived, such as `POST /api/v5/trade/order`. */
    calls: (call: string) =>
      emulator.log.filter((entry) => entry.type === "http" && `${entry.method} ${entry.path}` === call)
        .length,
  };
}
