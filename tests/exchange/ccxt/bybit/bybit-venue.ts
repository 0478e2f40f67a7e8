import {
  type BybitEmulator,
  EMULATED_BYBIT_KEY,
  startBybitEmulator,
} from "../../../emulators/bybit/bybit-emulator.ts";
import { COINUSDT } from "../../../emulators/exchange/symbols.ts";
import type { VenueUnderTest } from "../suite/venue-under-test.ts";

/** USDT perpetuals of a unified account. Every order is at one place, and read from three lists. */
export const BYBIT: VenueUnderTest<BybitEmulator> = {
  name: "Bybit",
  exchange: "bybit",
  keys: EMULATED_BYBIT_KEY,
  coin: COINUSDT,
  start: startBybitEmulator,
  calls: {
    order: "POST /v5/order/create",
    stop: "POST /v5/order/create",
    cancel: "POST /v5/order/cancel",
  },
  lookUps: ["/v5/order/realtime", "/v5/order/history", "/v5/execution/list"],
};
