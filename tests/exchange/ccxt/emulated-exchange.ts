import type { AssessedEntry, OrderRequest, ReduceOnlyOrder } from "../../../src/engine/trade/order.ts";
import { type CcxtExchangeOptions, createCcxtExchange } from "../../../src/exchange/ccxt/ccxt-exchange.ts";
import {
  type BinanceEmulator,
  type BinanceEmulatorOptions,
  EMULATED_KEY,
  startBinanceEmulator,
} from "../../emulators/binance/binance-emulator.ts";
import { COINUSDT } from "../../emulators/exchange/symbols.ts";

export const START = Date.UTC(2026, 5, 1, 12);
export const COIN = "COIN/USDT";

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

/** A market buy of one coin that was assessed now. */
export function entry(clientOrderId: string, change: Partial<OrderRequest> = {}): AssessedEntry {
  const order = { symbol: COIN, side: "buy", type: "market", quantity: "1", reduceOnly: false };
  // The brand says that risk assessed the order; here only the exchange is tested.
  return { clientOrderId, createdAt: START, ...order, ...change } as AssessedEntry;
}

/** A reduce-only sell of one coin. */
export function exit(clientOrderId: string, change: Partial<ReduceOnlyOrder> = {}): ReduceOnlyOrder {
  return {
    clientOrderId,
    createdAt: START,
    symbol: COIN,
    side: "sell",
    type: "market",
    quantity: "1",
    reduceOnly: true,
    ...change,
  };
}
