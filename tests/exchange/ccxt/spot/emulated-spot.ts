import type { AssessedEntry, OrderRequest, ReduceOnlyOrder } from "../../../../src/engine/trade/order.ts";
import { type CcxtExchangeOptions, createCcxtExchange } from "../../../../src/exchange/ccxt/ccxt-exchange.ts";
import {
  SPOT_COIN,
  SPOT_KEY,
  type SpotEmulator,
  startSpotEmulator,
} from "../../../emulators/binance-spot/spot-emulator.ts";
import type { EmulatedSymbol } from "../../../emulators/exchange/symbols.ts";
import { COIN, entry, exit, START } from "../emulated-exchange.ts";

/** The exchange over the real ccxt client and an emulated Binance spot. */
export function connectSpot(emulator: SpotEmulator, change: Partial<CcxtExchangeOptions> = {}) {
  return createCcxtExchange({
    exchange: "binance",
    keys: SPOT_KEY,
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
export async function anEmulatedSpot(
  symbol: EmulatedSymbol = SPOT_COIN,
  change: Partial<CcxtExchangeOptions> = {},
) {
  const emulator = await startSpotEmulator({ startMs: START, symbols: [symbol] });
  const exchange = await connectSpot(emulator, change);
  return { emulator, exchange, trade: (price: number) => emulator.market.trade(symbol.id, price, 1000) };
}

/** A market buy of one coin that was assessed now. */
export const buy = (clientOrderId: string, change: Partial<OrderRequest> = {}): AssessedEntry =>
  entry(clientOrderId, change);

/** A sale of one coin out of what is held. */
export const sell = (clientOrderId: string, change: Partial<ReduceOnlyOrder> = {}): ReduceOnlyOrder =>
  exit(clientOrderId, change);
