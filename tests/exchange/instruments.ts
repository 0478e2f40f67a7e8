import type { Instrument } from "../../src/engine/instrument.ts";

/** The instrument that the exchange contract asks for. */
export const COIN: Instrument = {
  symbol: "COIN/USDT",
  kind: "crypto",
  priceTick: "0.1",
  quantityStep: "0.01",
  minQuantity: "0.05",
  minNotional: "10",
  makerFee: 0.001,
  takerFee: 0.002,
};
