import { COIN_SWAP } from "../../../emulators/okx/instruments.ts";
import { EMULATED_OKX_KEY, type OkxEmulator, startOkxEmulator } from "../../../emulators/okx/okx-emulator.ts";
import type { VenueUnderTest } from "../suite/venue-under-test.ts";

/** USDT perpetuals, counted in contracts of a tenth of a coin. Stops and targets live at the algo desk. */
export const OKX: VenueUnderTest<OkxEmulator> = {
  name: "OKX",
  exchange: "okx",
  keys: EMULATED_OKX_KEY,
  coin: COIN_SWAP,
  start: startOkxEmulator,
  calls: {
    order: "POST /api/v5/trade/order",
    stop: "POST /api/v5/trade/order-algo",
    cancel: "POST /api/v5/trade/cancel-order",
  },
  lookUps: ["/api/v5/trade/order", "/api/v5/trade/order-algo"],
};
