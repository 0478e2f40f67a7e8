import {
  type BinanceEmulator,
  EMULATED_KEY,
  startBinanceEmulator,
} from "../../../emulators/binance/binance-emulator.ts";
import { COINUSDT } from "../../../emulators/exchange/symbols.ts";
import type { VenueUnderTest } from "../suite/venue-under-test.ts";

/** USDT-M futures. Stops and targets live apart from orders. */
export const BINANCE: VenueUnderTest<BinanceEmulator> = {
  name: "Binance futures",
  exchange: "binanceusdm",
  keys: EMULATED_KEY,
  coin: COINUSDT,
  start: startBinanceEmulator,
  calls: {
    order: "POST /fapi/v1/order",
    stop: "POST /fapi/v1/algoOrder",
    cancel: "DELETE /fapi/v1/order",
  },
  lookUps: ["/fapi/v1/order", "/fapi/v1/algoOrder"],
};
