import { decimal } from "../../engine/decimal.ts";
import type { TradePlan } from "../../engine/trade/trade.ts";
import { symbolParts } from "../symbols.ts";

const FORM = /^(\$?)(\d{1,15}(?:\.\d{1,15})?)([a-z]{1,10}|%|\$)?$/;
/** A quantity is rounded down to a lot: without this a division that ends just below one would lose it. */
const TINY = 1e-12;

/**
 * A size as people type it, as a share of the proposed one: `0.3R` or `0.3`, `30%`, `0.01BTC`, `$500`. Above 0 and
 * at most 1, which is all that risk has judged; unset for anything else.
 */
export function readShare(
  typed: string,
  plan: Pick<TradePlan, "symbol" | "quantity" | "notional">,
): number | undefined {
  const [, dollar, digits, unit = ""] = FORM.exec(typed.trim().toLowerCase().replace(/\s+/g, "")) ?? [];
  if (digits === undefined || (dollar === "$" && unit !== "")) return undefined;
  const share = shareOf(Number(digits), dollar === "$" ? "$" : unit, plan);
  return share !== undefined && share > 0 && share <= 1 + TINY ? Math.min(share, 1) : undefined;
}

function shareOf(
  value: number,
  unit: string,
  { symbol, quantity, notional }: Pick<TradePlan, "symbol" | "quantity" | "notional">,
): number | undefined {
  const { base, quote } = symbolParts(symbol);
  switch (unit) {
    case "":
    case "r":
      return value;
    case "%":
      return value / 100;
    case "$":
    case quote.toLowerCase():
      return decimal(notional).gt(0) ? decimal(value).div(notional).toNumber() : undefined;
    case base.toLowerCase():
      return decimal(quantity).gt(0) ? decimal(value).div(quantity).toNumber() * (1 + TINY) : undefined;
    default:
      return undefined;
  }
}
