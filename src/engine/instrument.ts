import type { DecimalText } from "./decimal.ts";

/** What kind of market an instrument trades in; decides days, sessions and weekends. */
export type MarketKind = "crypto" | "fx" | "index";

/** Trading rules of one symbol. Quantities are in the base currency, prices and notional in the quote. */
export interface Instrument {
  /** Unified name such as `BTC/USDT` or `EUR/USD`. */
  readonly symbol: string;
  readonly kind: MarketKind;
  readonly priceTick: DecimalText;
  readonly quantityStep: DecimalText;
  readonly minQuantity: DecimalText;
  readonly minNotional: DecimalText;
  /** Fraction of notional: 0.0004 is 0.04 %. */
  readonly makerFee: number;
  readonly takerFee: number;
  /**
   * What is bought is held as a balance: nothing can be sold short, and an order locks what it sells, so that only
   * one exit can stand at the exchange at a time. Unset where positions are kept and exits are reduce-only.
   */
  readonly isSpot?: true;
}
