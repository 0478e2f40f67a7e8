import type { Trade } from "ccxt";
import { type DecimalText, decimal } from "../../../engine/decimal.ts";
import { groupBy } from "../../../engine/results/group-by.ts";
import { countedTrades } from "./counted-trades.ts";

type Decimal = ReturnType<typeof decimal>;

/** Bought and not sold. */
export interface Holding {
  /** In whole steps. */
  readonly quantity: Decimal;
  /** What a unit of it cost on average; 0 of nothing. */
  readonly averagePrice: Decimal;
}

/** What is left of own trades, in any order; a sale beyond what they bought sold somebody else's. */
export function holdingOf(trades: readonly Trade[], step: DecimalText): Holding {
  const sorted = [...trades].sort((left, right) => Number(left.id) - Number(right.id));
  const orders = groupBy(sorted, ({ order = "" }) => order);
  const counted = [...orders.values()].flatMap((ofOrder) => countedTrades(ofOrder, step));
  let quantity = decimal(0);
  let cost = decimal(0);
  for (const { side, amount = 0, price = 0 } of counted.sort(
    (left, right) => Number(left.id) - Number(right.id),
  )) {
    if (side === "buy") {
      quantity = quantity.plus(amount);
      cost = cost.plus(decimal(amount).mul(price));
    } else {
      const sold = quantity.lt(amount) ? quantity : decimal(amount);
      cost = quantity.isZero() ? cost : cost.minus(cost.mul(sold).div(quantity));
      quantity = quantity.minus(sold);
    }
  }
  const averagePrice = quantity.isZero() ? decimal(0) : cost.div(quantity).toSignificantDigits(15);
  return { quantity, averagePrice };
}
