import type { EmulatedMarket } from "../exchange/emulated-market.ts";
import type { Query } from "../exchange/http-server.ts";
import { BinanceError } from "./binance-error.ts";

export function knownSymbol(market: EmulatedMarket, { symbol }: Query): string {
  if (symbol === undefined) {
    throw new BinanceError(-1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.");
  }
  if (!market.symbols.some(({ id }) => id === symbol)) throw new BinanceError(-1121, "Invalid symbol.");
  return symbol;
}

export function wholeNumber(query: Query, name: string): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text))
    throw new BinanceError(-1100, `Illegal characters found in parameter '${name}'.`);
  return Number(text);
}

export function mandatory(query: Query, name: string): string {
  const text = query[name];
  if (text === undefined || text === "") {
    throw new BinanceError(
      -1102,
      `Mandatory parameter '${name}' was not sent, was empty/null, or malformed.`,
    );
  }
  return text;
}

/** A parameter that must be one of a few words. */
export function oneOf<T extends string>(query: Query, name: string, words: readonly T[], code: number): T {
  const text = mandatory(query, name);
  const found = words.find((word) => word === text);
  if (found === undefined) throw new BinanceError(code, `Invalid ${name}.`);
  return found;
}
