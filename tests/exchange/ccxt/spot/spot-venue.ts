import {
  SPOT_COIN,
  SPOT_COIN_BNB,
  SPOT_KEY,
  type SpotEmulator,
  startSpotEmulator,
} from "../../../emulators/binance-spot/spot-emulator.ts";
import type { VenueUnderTest } from "../suite/venue-under-test.ts";

/** Spot of Binance, for an account that pays its fees in BNB. */
export const SPOT: VenueUnderTest<SpotEmulator> = {
  name: "Binance spot",
  exchange: "binance",
  keys: SPOT_KEY,
  coin: SPOT_COIN_BNB,
  start: startSpotEmulator,
  calls: {
    order: "POST /api/v3/order",
    stop: "POST /api/v3/order",
    cancel: "DELETE /api/v3/order",
  },
  lookUps: ["/api/v3/order"],
};

/** The same for an account that pays its fees from what it buys. */
export const SPOT_FEE_IN_COIN: VenueUnderTest<SpotEmulator> = { ...SPOT, coin: SPOT_COIN };
