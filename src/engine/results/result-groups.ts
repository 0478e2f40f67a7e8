import type { TimeZone } from "../clock/time-zone.ts";
import type { ClosedTrade } from "./closed-trade.ts";
import { groupBy } from "./group-by.ts";
import { type ResultSummary, resultSummary } from "./result-summary.ts";

export const RESULT_GROUPS = ["strategy", "symbol", "session", "hour", "exit"] as const;
/** What trades are put together by. */
export type ResultGroup = (typeof RESULT_GROUPS)[number];

export interface GroupedResult {
  /** Name of the strategy, symbol, session or way out; hours are `00` to `23`. */
  readonly name: string;
  readonly summary: ResultSummary;
}

/** Stands for the session of a signal outside of all. */
export const NO_SESSION = "none";

const HOUR_MS = 3_600_000;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;

/** Results by what the trades have in common, best first. Hours are those of the signal in `zone`. */
export function groupedResults(
  trades: readonly ClosedTrade[],
  by: ResultGroup,
  zone: TimeZone,
): readonly GroupedResult[] {
  const byName = groupBy(trades, (trade) => groupOf(trade, by, zone));
  return [...byName]
    .map(([name, own]) => ({ name, summary: resultSummary(own) }))
    .sort((one, other) => other.summary.netR - one.summary.netR || (one.name < other.name ? -1 : 1));
}

export interface HourRow {
  readonly name: string;
  /** One for each hour of the day, from midnight; unset where there was no trade. */
  readonly hours: readonly ({ readonly r: number; readonly trades: number } | undefined)[];
}

/** The same against the hours of the signals in `zone`. By hour the rows are weekdays: `0` is Monday. */
export function hourlyResults(
  trades: readonly ClosedTrade[],
  by: ResultGroup,
  zone: TimeZone,
): readonly HourRow[] {
  const rowOf = (trade: ClosedTrade): string =>
    by === "hour" ? String(weekdayOf(trade.signalAt, zone)) : groupOf(trade, by, zone);
  return [...groupBy(trades, rowOf)].map(([name, own]) => {
    const byHour = groupBy(own, ({ signalAt }) => hourOf(signalAt, zone));
    const hours = Array.from({ length: 24 }, (_, hour) => {
      const found = byHour.get(hour);
      return found && { r: found.reduce((total, { r }) => total + r, 0), trades: found.length };
    });
    return { name, hours };
  });
}

function groupOf(trade: ClosedTrade, by: ResultGroup, zone: TimeZone): string {
  switch (by) {
    case "strategy":
      return trade.strategy;
    case "symbol":
      return trade.symbol;
    case "session":
      return trade.session ?? NO_SESSION;
    case "hour":
      return String(hourOf(trade.signalAt, zone)).padStart(2, "0");
    case "exit":
      return trade.reason;
  }
}

function hourOf(at: number, zone: TimeZone): number {
  return Math.floor((at + zone.offsetAt(at)) / HOUR_MS) % 24;
}

function weekdayOf(at: number, zone: TimeZone): number {
  return (Math.floor((at + zone.offsetAt(at)) / (24 * HOUR_MS)) + FIRST_WEEKDAY) % 7;
}
