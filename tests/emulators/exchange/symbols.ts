/** A market of an emulated exchange. */
export interface EmulatedSymbol {
  /** As the venue calls it in requests: `BTCUSDT`, `BTC-USDT-SWAP`. */
  readonly id: string;
  readonly base: string;
  readonly quote: string;
  readonly firstPrice: number;
  readonly pricePrecision: number;
  readonly quantityPrecision: number;
  readonly tickSize: string;
  readonly stepSize: string;
  readonly minQuantity: string;
  readonly minNotional: string;
  /** Base currency in one unit of the venue's quantities; 1 unless it counts contracts. */
  readonly contractSize?: string;
  /** Bought and sold for money, and held as a balance; perpetuals otherwise. */
  readonly isSpot?: true;
  /** Of spot: fees are paid in this coin, of which there is always enough; unset takes them from what is received. */
  readonly feeAsset?: string;
}

export const BTCUSDT: EmulatedSymbol = {
  id: "BTCUSDT",
  base: "BTC",
  quote: "USDT",
  firstPrice: 60_000,
  pricePrecision: 2,
  quantityPrecision: 3,
  tickSize: "0.10",
  stepSize: "0.001",
  minQuantity: "0.001",
  minNotional: "100",
};

export const ETHUSDT: EmulatedSymbol = {
  ...BTCUSDT,
  id: "ETHUSDT",
  base: "ETH",
  firstPrice: 3000,
  tickSize: "0.01",
  minNotional: "20",
};

/** The symbol that the exchange contract asks for. */
export const COINUSDT: EmulatedSymbol = {
  id: "COINUSDT",
  base: "COIN",
  quote: "USDT",
  firstPrice: 100,
  pricePrecision: 1,
  quantityPrecision: 2,
  tickSize: "0.1",
  stepSize: "0.01",
  minQuantity: "0.05",
  minNotional: "10",
};
