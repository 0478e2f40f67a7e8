import type { Decimal } from "decimal.js";
import { type DecimalText, decimal } from "../decimal.ts";

/** How large a person wants a trade: by what it may lose, by what it holds, or by what that is worth. */
export type SizeWish =
  | { readonly kind: "risk"; readonly percent: number }
  | { readonly kind: "quantity"; readonly quantity: DecimalText }
  /** In the quote currency. */
  | { readonly kind: "notional"; readonly notional: DecimalText };

/** The wished quantity at these prices, not rounded; zero without a distance. Limits are for others to judge. */
export function wishedQuantity(
  wish: SizeWish,
  {
    balance,
    entry,
    stop,
  }: { readonly balance: DecimalText; readonly entry: Decimal; readonly stop: Decimal },
): Decimal {
  switch (wish.kind) {
    case "risk": {
      const distance = entry.minus(stop).abs();
      return distance.isZero() ? decimal(0) : decimal(balance).mul(wish.percent).div(distance.mul(100));
    }
    case "quantity":
      return decimal(wish.quantity);
    case "notional":
      return decimal(wish.notional).div(entry);
  }
}
