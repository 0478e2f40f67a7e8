/** A perpetual of the emulated exchange. */
export interface EmulatedSymbol {
  /** As in requests: `BTCUSDT`. */
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

/** `GET /fapi/v1/exchangeInfo`. */
export function exchangeInfo(symbols: readonly EmulatedSymbol[], now: number): unknown {
  return {
    timezone: "UTC",
    serverTime: now,
    futuresType: "U_MARGINED",
    rateLimits: [
      { rateLimitType: "REQUEST_WEIGHT", interval: "MINUTE", intervalNum: 1, limit: 2400 },
      { rateLimitType: "ORDERS", interval: "MINUTE", intervalNum: 1, limit: 1200 },
    ],
    exchangeFilters: [],
    assets: [{ asset: "USDT", marginAvailable: true, autoAssetExchange: "-10000" }],
    symbols: symbols.map(symbolInfo),
  };
}

function symbolInfo(symbol: EmulatedSymbol): unknown {
  return {
    symbol: symbol.id,
    pair: symbol.id,
    contractType: "PERPETUAL",
    deliveryDate: 4_133_404_800_000,
    onboardDate: 1_569_398_400_000,
    status: "TRADING",
    maintMarginPercent: "2.5000",
    requiredMarginPercent: "5.0000",
    baseAsset: symbol.base,
    quoteAsset: symbol.quote,
    marginAsset: symbol.quote,
    pricePrecision: symbol.pricePrecision,
    quantityPrecision: symbol.quantityPrecision,
    baseAssetPrecision: 8,
    quotePrecision: 8,
    underlyingType: "COIN",
    triggerProtect: "0.0500",
    liquidationFee: "0.012500",
    marketTakeBound: "0.05",
    maxMoveOrderLimit: 10_000,
    filters: [
      { filterType: "PRICE_FILTER", minPrice: "0.01", maxPrice: "4529764", tickSize: symbol.tickSize },
      { filterType: "LOT_SIZE", minQty: symbol.minQuantity, maxQty: "1000", stepSize: symbol.stepSize },
      { filterType: "MARKET_LOT_SIZE", minQty: symbol.minQuantity, maxQty: "120", stepSize: symbol.stepSize },
      { filterType: "MAX_NUM_ORDERS", limit: 200 },
      { filterType: "MIN_NOTIONAL", notional: symbol.minNotional },
      {
        filterType: "PERCENT_PRICE",
        multiplierUp: "1.0500",
        multiplierDown: "0.9500",
        multiplierDecimal: "4",
      },
    ],
    orderTypes: ["LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET"],
    timeInForce: ["GTC", "IOC", "FOK", "GTX", "GTD"],
  };
}
