import type { Easel } from "./easel.ts";

/** `BTC/USDT` and `BTC/USDT:USDT` are quoted in USDT. */
export function quoteOf(symbol: string): string {
  return symbol.split("/")[1]?.split(":")[0] ?? "";
}

/** Currency of the account: what the first symbol of the desk is quoted in. */
export function accountCurrency({ context }: Easel): string {
  const [first = ""] = context.instruments.keys();
  return quoteOf(first);
}

/** Name of a strategy as a title begins. */
export function strategyTitle({ say, look }: Easel, strategy: string): string {
  const name = say("strategy-name", { name: strategy });
  return name.charAt(0).toLocaleUpperCase(look.locale) + name.slice(1);
}
