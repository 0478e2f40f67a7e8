import type { Trade } from "ccxt";
import { type DecimalText, decimal, floorToStep } from "../../../engine/decimal.ts";

/**
 * What the trades of one order (all of them, oldest first) leave to sell: a buy whose fee is taken in the coin itself
 * counts only the whole steps that arrive, and what does not arrive counts as fee, in the quote currency. So a
 * position can always be sold to exactly nothing, and dust is the account's, not the trade's. A trade that leaves
 * less than a step counts with the next one. Sells, and buys with fees in another coin, stay as they are.
 */
export function countedTrades(trades: readonly Trade[], step: DecimalText): readonly Trade[] {
  let net = decimal(0);
  let owed = decimal(0);
  return trades.flatMap((trade) => {
    const taken = takenInBase(trade);
    const before = floorToStep(net, step);
    const amount = decimal(trade.amount ?? 0);
    net = net.plus(amount).minus(taken);
    if (taken.isZero() && owed.isZero()) return [trade];
    const counted = floorToStep(net, step).minus(before);
    const cost = owed.plus(amount.minus(counted).mul(trade.price ?? 0));
    owed = counted.isZero() ? cost : decimal(0);
    if (counted.isZero()) return [];
    const fee = { cost: cost.lt(0) ? 0 : cost.toNumber(), currency: trade.symbol?.split("/")[1] ?? "" };
    return [{ ...trade, amount: counted.toNumber(), fee }];
  });
}

/** The part of what was bought that the exchange kept. */
function takenInBase({ side, fee, symbol }: Trade) {
  const isTaken = side === "buy" && fee?.currency === symbol?.split("/")[0];
  return decimal(isTaken ? (fee?.cost ?? 0) : 0);
}
