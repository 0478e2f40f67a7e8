import type { MarketType } from "../ccxt-instruments.ts";
import type { OrderVenue, Venue } from "../venue.ts";
import { BINANCE_FUTURES } from "./binance-futures.ts";
import { BINANCE_SPOT } from "./binance-spot.ts";
import { BYBIT } from "./bybit.ts";
import { OKX } from "./okx.ts";

/** The mapping table: an exchange is traded when its whole row is here. */
export const VENUES: Readonly<Record<string, Venue>> = {
  [BINANCE_FUTURES.exchange]: BINANCE_FUTURES,
  [BINANCE_SPOT.exchange]: BINANCE_SPOT,
  [OKX.exchange]: OKX,
};

/**
 * Venues whose orders are mapped: the requests are tested against the real client, nothing against the venue or an
 * emulator. They are not traded before their fills, look-ups and errors are proven too (docs/faults.md).
 */
export const MAPPED_VENUES: Readonly<Record<string, OrderVenue>> = {
  [BYBIT.exchange]: BYBIT,
};

/** Which market a symbol means where an exchange has several: that of its row, if it has one. */
export function marketTypeOf(exchange: string): MarketType | undefined {
  return Object.hasOwn(VENUES, exchange) ? VENUES[exchange]?.marketType : undefined;
}
