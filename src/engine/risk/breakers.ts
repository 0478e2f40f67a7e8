import { decimal } from "../decimal.ts";
import type { Denial } from "./denial.ts";
import { denial, type RiskAccount } from "./risk-input.ts";
import type { RiskSettings } from "./risk-settings.ts";
import { percentOf } from "./sizing.ts";
import { tradingDayEnd } from "./trading-day.ts";

export const BREAKERS = ["daily-loss", "cool-down", "drawdown"] as const;
export type BreakerName = (typeof BREAKERS)[number];

/** A breaker that keeps the whole desk from new trades, and what ends it. */
export interface TrippedBreaker {
  readonly name: BreakerName;
  readonly limit: number;
  readonly actual: number;
  /** Epoch ms at which it ends by itself; unset: a person must say `/resume`. */
  readonly resetsAt?: number;
}

/**
 * Every breaker that stands open now. Daily loss and cool-down end by themselves; a drawdown stays, also when the
 * balance recovers, until a person decides. Volatility belongs to a symbol and is judged with each entry.
 */
export function trippedBreakers(account: RiskAccount, settings: RiskSettings): readonly TrippedBreaker[] {
  return [dailyLossBreaker, coolDownBreaker, drawdownBreaker].flatMap(
    (breaker) => breaker(account, settings) ?? [],
  );
}

type Breaker = (account: RiskAccount, settings: RiskSettings) => TrippedBreaker | undefined;

/** The day has lost `maxDailyLossPercent` of its first balance. */
export const dailyLossBreaker: Breaker = (account, { maxDailyLossPercent: limit }) => {
  const actual = percentOf(decimal(account.realisedToday).neg(), account.dayStartBalance);
  if (actual < limit) return undefined;
  return { name: "daily-loss", limit, actual, resetsAt: tradingDayEnd(account.now) };
};

/** `coolDownLosses` losses in a row: until `coolDownMinutes` after the last of them. */
export const coolDownBreaker: Breaker = (account, { coolDownLosses: limit, coolDownMinutes }) => {
  if (limit === 0) return undefined;
  const closed = account.recentlyClosed ?? [];
  const firstOfStreak = closed.findLastIndex(({ result }) => !decimal(result?.pnl ?? 0).lt(0)) + 1;
  const actual = closed.length - firstOfStreak;
  const resetsAt = (closed.at(-1)?.updatedAt ?? 0) + coolDownMinutes * 60_000;
  return actual >= limit && account.now < resetsAt
    ? { name: "cool-down", limit, actual, resetsAt }
    : undefined;
};

/** The balance is, or was since a person last decided, `maxDrawdownPercent` below its highest. */
export const drawdownBreaker: Breaker = (account, { maxDrawdownPercent: limit }) => {
  if (limit === 0) return undefined;
  const peak = account.peakBalance ?? account.balance;
  const standing = percentOf(decimal(peak).minus(account.balance), peak);
  const actual = Math.max(standing, account.drawdownTrippedPercent ?? 0);
  const isTripped = account.drawdownTrippedPercent !== undefined || standing >= limit;
  return isTripped ? { name: "drawdown", limit, actual } : undefined;
};

/** What a tripped breaker says to an entry. */
export function breakerDenial(tripped: TrippedBreaker | undefined): Denial | undefined {
  if (tripped === undefined) return undefined;
  const { name, limit, actual, resetsAt } = tripped;
  const found = denial(name, limit, actual);
  return resetsAt === undefined ? found : { ...found, until: resetsAt };
}
