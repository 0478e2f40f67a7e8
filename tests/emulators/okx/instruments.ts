import type { EmulatedSymbol } from "../exchange/symbols.ts";

/** Contracts of other sizes than one coin: quantities of these count contracts. */
export const BTC_SWAP: EmulatedSymbol = {
  id: "BTC-USDT-SWAP",
  base: "BTC",
  quote: "USDT",
  firstPrice: 60_000,
  pricePrecision: 1,
  quantityPrecision: 2,
  tickSize: "0.1",
  stepSize: "0.01",
  minQuantity: "0.01",
  minNotional: "0",
  contractSize: "0.01",
};

export const ETH_SWAP: EmulatedSymbol = {
  ...BTC_SWAP,
  id: "ETH-USDT-SWAP",
  base: "ETH",
  firstPrice: 3000,
  tickSize: "0.01",
  contractSize: "0.1",
};

/** The symbol that the exchange contract asks for: lots of 0.01 coin, at least 0.05. */
export const COIN_SWAP: EmulatedSymbol = {
  id: "COIN-USDT-SWAP",
  base: "COIN",
  quote: "USDT",
  firstPrice: 100,
  pricePrecision: 1,
  quantityPrecision: 1,
  tickSize: "0.1",
  stepSize: "0.1",
  minQuantity: "0.5",
  minNotional: "0",
  contractSize: "0.1",
};

/** Largest quantities of one order, in contracts. */
export const MAX_LIMIT_SIZE = "100000";
export const MAX_MARKET_SIZE = "12000";
export const MAX_LEVERAGE = 100;

/** One row of `GET /api/v5/public/instruments`. */
export function instrumentRow(symbol: EmulatedSymbol): unknown {
  const { id, base, quote, tickSize, stepSize, minQuantity, contractSize = "1" } = symbol;
  return {
    instType: "SWAP",
    instId: id,
    uly: `${base}-${quote}`,
    instFamily: `${base}-${quote}`,
    category: "1",
    baseCcy: "",
    quoteCcy: "",
    settleCcy: quote,
    ctVal: contractSize,
    ctMult: "1",
    ctValCcy: base,
    ctType: "linear",
    optType: "",
    stk: "",
    listTime: "1573557408000",
    expTime: "",
    lever: String(MAX_LEVERAGE),
    tickSz: tickSize,
    lotSz: stepSize,
    minSz: minQuantity,
    alias: "",
    state: "live",
    ruleType: "normal",
    maxLmtSz: MAX_LIMIT_SIZE,
    maxMktSz: MAX_MARKET_SIZE,
    maxStopSz: MAX_MARKET_SIZE,
  };
}
