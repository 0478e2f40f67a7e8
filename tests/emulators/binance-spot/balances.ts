import type { Decimal } from "decimal.js";
import { decimal } from "../../../src/engine/decimal.ts";
import { isAlive, type TradingBook } from "../exchange/trading/trading-book.ts";

/** What is left of a coin beside what open sell orders lock, triggered or not. */
export function freeBase(trading: TradingBook, symbol: string): Decimal {
  const working = trading.orders
    .filter((order) => order.symbol === symbol && order.side === "SELL" && isAlive(order))
    .map((order) => decimal(order.quantity).minus(order.filled));
  const waiting = trading.algos
    .filter((algo) => algo.symbol === symbol && algo.side === "SELL" && algo.status === "NEW")
    .map((algo) => decimal(algo.quantity));
  return [...working, ...waiting].reduce((left, locked) => left.minus(locked), trading.positions.net(symbol));
}

/** Money beside what open limit orders would spend. */
export function freeQuote(trading: TradingBook): Decimal {
  return trading.orders
    .filter((order) => order.side === "BUY" && order.type === "LIMIT" && isAlive(order))
    .map((order) => decimal(order.quantity).minus(order.filled).mul(order.price))
    .reduce((left, locked) => left.minus(locked), trading.wallet());
}
