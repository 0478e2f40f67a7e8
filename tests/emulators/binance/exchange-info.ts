import type { EmulatedSymbol } from "../exchange/symbols.ts";

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
