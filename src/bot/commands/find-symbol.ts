import { symbolParts } from "../symbols.ts";
import { nearest } from "./nearest.ts";

export type SymbolMatch =
  | { readonly status: "found"; readonly symbol: string }
  | { readonly status: "several"; readonly symbols: readonly string[] }
  | { readonly status: "unknown"; readonly near: readonly string[] };

/** `btc/usdt`, `BTCUSDT` and `btc` all find `BTC/USDT`; a base with several quotes is ambiguous. */
export function findSymbol(word: string, symbols: readonly string[]): SymbolMatch {
  const wanted = word.toLowerCase();
  for (const nameOf of [whole, compact, base]) {
    const [first, ...others] = symbols.filter((symbol) => nameOf(symbol) === wanted);
    if (first === undefined) continue;
    return others.length === 0
      ? { status: "found", symbol: first }
      : { status: "several", symbols: [first, ...others] };
  }
  return {
    status: "unknown",
    near: nearest(word, symbols, (symbol) => [whole(symbol), compact(symbol), base(symbol)]),
  };
}

function whole(symbol: string): string {
  return symbol.toLowerCase();
}

function compact(symbol: string): string {
  return symbol.toLowerCase().split(":")[0]?.replaceAll(/[/_-]/g, "") ?? "";
}

function base(symbol: string): string {
  return symbolParts(symbol).base.toLowerCase();
}
