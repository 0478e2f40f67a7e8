import type { MarketType } from "../ccxt-instruments.ts";
import type { Venue } from "../venue.ts";
import { BINANCE_FUTURES } from "./binance-futures.ts";
import { BINANCE_SPOT } from "./binance-spot.ts";
import { BYBIT } from "./bybit.ts";
import { OKX } from "./okx.ts";

/** The mapping table: an exchange is traded when its whole row is here. */
export const VENUES: Readonly<Record<string, Venue>> = {
  [BINANCE_FUTURES.exchange]: BINANCE_FUTURES,
  [BINANCE_SPOT.exchange]: BINANCE_SPOT,
  [BYBIT.exchange]: BYBIT,
  [OKX.exchange]: OKX,
};

/** Which market a symbol means where an exchange has several: that of its row, if it has one. */
export function marketTypeOf(exchange: string): MarketType | undefined {
  return Object.hasOwn(VENUES, exchange) ? VENUES[exchange]?.marketType : undefined;
}
