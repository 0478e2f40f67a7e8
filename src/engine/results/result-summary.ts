import { type DecimalText, decimal, toText } from "../decimal.ts";
import type { ClosedTrade } from "./closed-trade.ts";

/** What a number of trades made together, after fees. Unset is what a division by nothing would be. */
export interface ResultSummary {
  readonly trades: number;
  /** Trades that made money, and trades that lost some; the rest broke even. */
  readonly wins: number;
  readonly losses: number;
  /** Wins of all trades, 0 to 100. */
  readonly winPercent?: number;
  readonly netR: number;
  /** Money, quote currency. */
  readonly pnl: DecimalText;
  readonly fees: DecimalText;
  /** Mean of R: what one trade made on average. */
  readonly expectancyR?: number;
  readonly averageWinR?: number;
  /** Negative. */
  readonly averageLossR?: number;
  /** Money won by the winners for each unit that the losers lost. */
  readonly profitFactor?: number;
  /** Deepest fall of the running sum from its highest so far (the start counts as 0): 0 or more, in R and money. */
  readonly maxDrawdownR: number;
  readonly maxDrawdown: DecimalText;
  readonly longestLosingStreak: number;
  readonly bestR?: number;
  readonly worstR?: number;
}

/** `trades` oldest first. */
export function resultSummary(trades: readonly ClosedTrade[]): ResultSummary {
  const wins = trades.filter(({ pnl }) => decimal(pnl).gt(0));
  const losses = trades.filter(({ pnl }) => decimal(pnl).lt(0));
  const rs = trades.map(({ r }) => r);
  const lost = moneyOf(losses).neg();
  return {
    trades: trades.length,
    wins: wins.length,
    losses: losses.length,
    netR: sum(rs),
    pnl: toText(moneyOf(trades)),
    fees: toText(trades.reduce((total, { fees }) => total.plus(fees), decimal(0))),
    ...(trades.length > 0 && {
      winPercent: (wins.length / trades.length) * 100,
      expectancyR: sum(rs) / trades.length,
      bestR: Math.max(...rs),
      worstR: Math.min(...rs),
    }),
    ...(wins.length > 0 && { averageWinR: sum(wins.map(({ r }) => r)) / wins.length }),
    ...(losses.length > 0 && { averageLossR: sum(losses.map(({ r }) => r)) / losses.length }),
    ...(lost.gt(0) && { profitFactor: moneyOf(wins).div(lost).toNumber() }),
    ...drawdowns(trades),
    longestLosingStreak: longestLosingStreak(trades),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function moneyOf(trades: readonly ClosedTrade[]) {
  return trades.reduce((total, { pnl }) => total.plus(pnl), decimal(0));
}

function drawdowns(trades: readonly ClosedTrade[]): Pick<ResultSummary, "maxDrawdownR" | "maxDrawdown"> {
  let [r, highestR, deepestR] = [0, 0, 0];
  let [money, highest, deepest] = [decimal(0), decimal(0), decimal(0)];
  for (const trade of trades) {
    r += trade.r;
    highestR = Math.max(highestR, r);
    deepestR = Math.max(deepestR, highestR - r);
    money = money.plus(trade.pnl);
    if (money.gt(highest)) highest = money;
    if (highest.minus(money).gt(deepest)) deepest = highest.minus(money);
  }
  return { maxDrawdownR: deepestR, maxDrawdown: toText(deepest) };
}

/** A trade that broke even ends a streak. */
function longestLosingStreak(trades: readonly ClosedTrade[]): number {
  let [streak, longest] = [0, 0];
  for (const { pnl } of trades) {
    streak = decimal(pnl).lt(0) ? streak + 1 : 0;
    longest = Math.max(longest, streak);
  }
  return longest;
}
