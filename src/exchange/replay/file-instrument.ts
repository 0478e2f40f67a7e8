import type { Candle } from "../../engine/candles/candle.ts";
import { decimal, toText } from "../../engine/decimal.ts";
import type { Instrument, MarketKind } from "../../engine/instrument.ts";

const CURRENCIES = new Set("AUD CAD CHF CNH EUR GBP HKD JPY MXN NOK NZD SEK SGD TRY USD ZAR".split(" "));
const INDICES = /^(US|SPX|NAS|NDX|DJ|DAX|GER|UK|JP|NQ|ES|YM)\d*$/;
const SAMPLE = 5000;
/** Fraction of notional: perpetual futures for crypto, a tight spread paid as commission for the others. */
const FEES = {
  crypto: { makerFee: 0.0002, takerFee: 0.0005 },
  fx: { makerFee: 0.00002, takerFee: 0.00003 },
  index: { makerFee: 0.00002, takerFee: 0.00003 },
} as const satisfies Record<MarketKind, { makerFee: number; takerFee: number }>;

/**
 * Trading rules of a symbol that is only known from a file of candles. The tick is the finest decimal that its
 * prices use; the quantity step is about a ten-thousandth of what one unit of the quote buys times a hundred,
 * so that rounding a position down costs it little.
 */
export function fileInstrument(symbol: string, candles: readonly Candle[]): Instrument {
  const sample = candles.slice(0, SAMPLE);
  const decimals = Math.max(
    0,
    ...sample.flatMap(({ high, low, close }) => [high, low, close].map(decimalsOf)),
  );
  const price = Math.abs(sample[0]?.close ?? 1) || 1;
  const step = toText(decimal(10).pow(Math.floor(-Math.log10(price)) - 2));
  const kind = kindOf(symbol);
  return {
    symbol,
    kind,
    priceTick: toText(decimal(10).pow(-decimals)),
    quantityStep: step,
    minQuantity: step,
    minNotional: "1",
    ...FEES[kind],
  };
}

function kindOf(symbol: string): MarketKind {
  const [base = "", quote = ""] = symbol.split("/");
  if (CURRENCIES.has(base) && CURRENCIES.has(quote)) return "fx";
  return INDICES.test(base) ? "index" : "crypto";
}

function decimalsOf(price: number): number {
  return decimal(price).decimalPlaces();
}
