import type { Decimal } from "decimal.js";
import { type Timeframe, timeframeMs } from "../candles/timeframe.ts";
import { type DecimalText, decimal } from "../decimal.ts";
import type { RiskSettings } from "./risk-settings.ts";

const DAY_MS = 86_400_000;

/** What a sizing method may know besides prices and balance; each unset when nobody tells. */
export interface SizingFacts {
  /** Average range of a candle of `timeframe`, in price. */
  readonly averageRange?: number | undefined;
  readonly timeframe?: Timeframe | undefined;
  /** Results of closed trades in R, oldest first. */
  readonly results?: readonly number[] | undefined;
}

interface Money {
  readonly balance: DecimalText;
  readonly entry: Decimal;
  readonly stop: Decimal;
}

/**
 * Quantity that the chosen method asks for, not rounded; unset where it asks for nothing less than the limits
 * allow: `fixed-fraction`, and the others while they miss what they measure by. The limits cap every method.
 */
export function methodQuantity(
  money: Money,
  settings: RiskSettings,
  facts: SizingFacts,
): Decimal | undefined {
  switch (settings.sizing) {
    case "fixed-fraction":
      return undefined;
    case "fixed-notional":
      return settings.sizeNotional > 0 ? decimal(settings.sizeNotional).div(money.entry) : undefined;
    case "volatility-target":
      return volatilityQuantity(money, settings, facts);
    case "kelly":
      return kellyQuantity(money, settings, facts);
  }
}

/**
 * The position whose usual move of a day is `targetVolatilityPercent` of the balance. A day's range is that of a
 * candle times the square root of the candles in a day, as of a random walk.
 */
function volatilityQuantity(
  { balance }: Money,
  settings: RiskSettings,
  { averageRange, timeframe }: SizingFacts,
): Decimal | undefined {
  if (averageRange === undefined || timeframe === undefined || !(averageRange > 0)) return undefined;
  if (!Number.isFinite(averageRange)) return undefined;
  const dayRange = decimal(averageRange).mul(decimal(DAY_MS).div(timeframeMs(timeframe)).sqrt());
  return decimal(balance).mul(settings.targetVolatilityPercent).div(dayRange.mul(100));
}

/** `kellyFraction` of what Kelly's formula would risk; nothing when the results so far lose. */
function kellyQuantity(
  { balance, entry, stop }: Money,
  settings: RiskSettings,
  { results = [] }: SizingFacts,
): Decimal | undefined {
  if (results.length < settings.kellyMinTrades) return undefined;
  const share = Math.max(0, kellyShare(results)) * settings.kellyFraction;
  return decimal(balance).mul(share).div(entry.minus(stop).abs());
}

/**
 * Share of the balance to risk for the fastest growth: `W - (1 - W) / B` with the share of winners `W` and the
 * average win in average losses `B` (Kelly 1956, for bets that win or lose). Without a loser the sample says
 * nothing about losing, and the answer is 0.
 */
export function kellyShare(results: readonly number[]): number {
  const wins = results.filter((r) => r > 0);
  const losses = results.filter((r) => r < 0);
  if (wins.length === 0 || losses.length === 0) return 0;
  const won = wins.length / (wins.length + losses.length);
  const payoff = mean(wins) / -mean(losses);
  return won - (1 - won) / payoff;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
