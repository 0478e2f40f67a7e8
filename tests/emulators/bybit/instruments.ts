import type { EmulatedSymbol } from "../exchange/symbols.ts";

/** Largest quantities of one order. */
export const MAX_LIMIT_QUANTITY = "1000";
export const MAX_MARKET_QUANTITY = "950";
export const MAX_LEVERAGE = 100;

/** One row of `GET /v5/market/instruments-info`. */
export function instrumentRow(symbol: EmulatedSymbol): object {
  const { id, base, quote, tickSize, stepSize, minQuantity, minNotional, pricePrecision } = symbol;
  return {
    symbol: id,
    contractType: "LinearPerpetual",
    status: "Trading",
    baseCoin: base,
    quoteCoin: quote,
    settleCoin: quote,
    launchTime: "1585526400000",
    deliveryTime: "0",
    deliveryFeeRate: "",
    priceScale: String(pricePrecision),
    leverageFilter: { minLeverage: "1", maxLeverage: `${MAX_LEVERAGE}.00`, leverageStep: "0.01" },
    priceFilter: { minPrice: tickSize, maxPrice: "1999999.80", tickSize },
    lotSizeFilter: {
      maxOrderQty: MAX_LIMIT_QUANTITY,
      minOrderQty: minQuantity,
      qtyStep: stepSize,
      postOnlyMaxOrderQty: MAX_LIMIT_QUANTITY,
      maxMktOrderQty: MAX_MARKET_QUANTITY,
      minNotionalValue: minNotional,
    },
    unifiedMarginTrade: true,
    fundingInterval: 480,
    copyTrading: "none",
    isPreListing: false,
    preListingInfo: null,
    symbolType: "",
  };
}
