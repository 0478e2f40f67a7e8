import type { TimeZone } from "../clock/time-zone.ts";
import type { ClosedTrade } from "./closed-trade.ts";
import { groupBy } from "./group-by.ts";
import { type ResultSummary, resultSummary } from "./result-summary.ts";

export const RESULT_PERIODS = ["day", "week", "month"] as const;
export type ResultPeriod = (typeof RESULT_PERIODS)[number];

export interface PeriodResult {
  /** Its first instant: midnight of the zone, of a Monday for weeks. */
  readonly startsAt: number;
  readonly summary: ResultSummary;
}

const DAY_MS = 86_400_000;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** When the period that holds an instant began in the zone. */
export function periodStart(at: number, period: ResultPeriod, zone: TimeZone): number {
  return zone.instantOf(wallStart(at + zone.offsetAt(at), period));
}

/** Start of the period `count` before the one that holds the instant. */
export function periodsBefore(at: number, count: number, period: ResultPeriod, zone: TimeZone): number {
  const wall = wallStart(at + zone.offsetAt(at), period);
  if (period !== "month") return zone.instantOf(wall - count * (period === "day" ? 1 : 7) * DAY_MS);
  const date = new Date(wall);
  return zone.instantOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - count, 1));
}

/** Results by the period in which a trade closed, newest first; periods without a trade are left out. */
export function periodResults(
  trades: readonly ClosedTrade[],
  period: ResultPeriod,
  zone: TimeZone,
): readonly PeriodResult[] {
  const byStart = groupBy(trades, ({ closedAt }) => periodStart(closedAt, period, zone));
  return [...byStart]
    .map(([startsAt, own]) => ({ startsAt, summary: resultSummary(own) }))
    .sort((one, other) => other.startsAt - one.startsAt);
}

function wallStart(wall: number, period: ResultPeriod): number {
  const day = Math.floor(wall / DAY_MS) * DAY_MS;
  switch (period) {
    case "day":
      return day;
    case "week":
      return FIRST_MONDAY_MS + Math.floor((day - FIRST_MONDAY_MS) / (7 * DAY_MS)) * 7 * DAY_MS;
    case "month": {
      const date = new Date(day);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    }
  }
}
