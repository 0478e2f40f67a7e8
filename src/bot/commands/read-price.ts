import { decimal, toText } from "../../engine/decimal.ts";
import type { PriceWish } from "../../engine/trade/price-wish.ts";

const NUMBER = /^([+-]?\d{1,15}(?:\.\d{1,15})?)([kr%]?)$/;
const BREAK_EVEN: ReadonlySet<string> = new Set(["be", "even", "breakeven", "break-even"]);

/**
 * A price as people type it: `61240`, `61,240.5`, `61.2k`, `-1%`, `1.5R` or `be`. Percent and R count from the
 * entry, positive toward the targets. Unset for anything else, also for a price with a sign.
 */
export function readPrice(word: string): PriceWish | undefined {
  const text = word.toLowerCase();
  if (BREAK_EVEN.has(text)) return { kind: "break-even" };
  const [, digits = "", unit] = NUMBER.exec(withoutGrouping(text)) ?? [];
  const value = Number(digits);
  if (digits === "" || !Number.isFinite(value)) return undefined;
  if (unit === "r") return { kind: "r", r: value };
  if (unit === "%") return { kind: "percent", percent: value };
  if (!/^\d/.test(digits) || value <= 0) return undefined;
  return { kind: "price", price: unit === "k" ? toText(decimal(digits).mul(1000)) : digits };
}

/** Commas only where they part thousands: `61,240.5`; `61,2` could mean anything. */
function withoutGrouping(text: string): string {
  return /^\d{1,3}(,\d{3})+(\.\d+)?[kr%]?$/.test(text) ? text.replaceAll(",", "") : text;
}

/** A wish as it could have been typed. */
export function typedPrice(wish: PriceWish): string {
  switch (wish.kind) {
    case "price":
      return wish.price;
    case "r":
      return `${wish.r}r`;
    case "percent":
      return `${wish.percent}%`;
    case "break-even":
      return "be";
  }
}
