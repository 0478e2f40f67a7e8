import type { MarketInterface } from "ccxt";
import { decimal, toText } from "../../engine/decimal.ts";
import type { Instrument } from "../../engine/instrument.ts";

/** Spot, or linear perpetuals, when an exchange has both. */
export type MarketType = "spot" | "swap";

/** One tradable symbol: the desk's rules and the exchange's own name for it. */
export interface ListedSymbol {
  readonly instrument: Instrument;
  /** ccxt's unified symbol, such as `BTC/USDT:USDT`. */
  readonly ccxtSymbol: string;
  /** Base currency in one unit of the exchange's amounts; 1 unless it counts contracts. */
  readonly contractSize: number;
}

/** How ccxt writes precisions. */
const DECIMAL_PLACES = 2;
export const TICK_SIZE = 4;

/**
 * The symbols of an exchange under the desk's names. Left out are markets that do not trade, dated and inverse
 * contracts, and those whose price steps depend on the price (significant digits). Where spot and perpetual
 * share a name, `preferred` wins.
 */
export function listedSymbols(
  markets: readonly MarketInterface[],
  precisionMode: number,
  preferred: MarketType,
): ReadonlyMap<string, ListedSymbol> {
  const listed = new Map<string, ListedSymbol>();
  const rank = (market: MarketInterface) => (market.type === preferred ? 1 : 0);
  for (const market of [...markets].filter(isTradable).sort((left, right) => rank(left) - rank(right))) {
    const instrument = instrumentOf(market, precisionMode);
    if (!instrument) continue;
    const { symbol: ccxtSymbol, contractSize = 1 } = market;
    listed.set(instrument.symbol, { instrument, ccxtSymbol, contractSize });
  }
  return listed;
}

function isTradable(market: MarketInterface): boolean {
  if (market.active === false) return false;
  return market.type === "spot" || (market.type === "swap" && market.linear === true);
}

function instrumentOf(market: MarketInterface, precisionMode: number): Instrument | undefined {
  const priceTick = stepOf(market.precision.price, precisionMode);
  const amountStep = stepOf(market.precision.amount, precisionMode);
  if (priceTick === undefined || amountStep === undefined) return undefined;
  const contract = market.contractSize ?? 1;
  const inBase = (amount: number | string) => toText(decimal(amount).mul(contract));
  const quantityStep = inBase(amountStep);
  return {
    symbol: `${market.base}/${market.quote}`,
    kind: "crypto",
    priceTick,
    quantityStep,
    minQuantity: market.limits.amount?.min ? inBase(market.limits.amount.min) : quantityStep,
    minNotional: toText(market.limits.cost?.min ?? 0),
    makerFee: market.maker ?? 0,
    takerFee: market.taker ?? 0,
    ...(market.type === "spot" ? { isSpot: true } : {}),
  };
}

function stepOf(precision: number | undefined, mode: number): string | undefined {
  if (precision === undefined) return undefined;
  if (mode === TICK_SIZE) return precision > 0 ? toText(precision) : undefined;
  return mode === DECIMAL_PLACES ? toText(decimal(10).pow(-precision)) : undefined;
}
