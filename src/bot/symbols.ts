export interface SymbolParts {
  readonly base: string;
  readonly quote: string;
}

/** `BTC/USDT` and `BTC/USDT:USDT` are quoted in USDT; a name without a slash is its own base without a quote. */
export function symbolParts(symbol: string): SymbolParts {
  const [base = symbol, rest = ""] = symbol.split("/");
  return { base, quote: rest.split(":")[0] ?? "" };
}
