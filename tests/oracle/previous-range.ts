import { at, type Candles } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import type { OracleSettings } from "./options.ts";
import { highestOf, lowestOf } from "./session.ts";
import { minuteOf, monthOf, type WallTime, wallTimes, weekOf } from "./wall-clock.ts";

export type PeriodName = "previous-day" | "previous-week" | "previous-month";

/** A completed day, week or month and the candle that shows it to be complete. */
export interface Period {
  readonly name: PeriodName;
  readonly members: readonly number[];
  readonly knownIndex: number;
}

/**
 * Section 10: the local date of the last instant of the trading day. With a roll at 00:00 that is the date
 * itself; with any later roll a candle at or after the roll belongs to the next date.
 */
export function tradingDay(wall: WallTime, rollMinute: number): number {
  return rollMinute > 0 && wall.minute >= rollMinute ? wall.day + 1 : wall.day;
}

export function completedPeriods(candles: Candles, { dayRoll }: OracleSettings): Period[] {
  const rollMinute = minuteOf(dayRoll.time);
  const days = wallTimes(candles, dayRoll.timezone).map((wall) => tradingDay(wall, rollMinute));
  return [
    ...periodsOf("previous-day", days),
    ...periodsOf("previous-week", days.map(weekOf)),
    ...periodsOf("previous-month", days.map(monthOf)),
  ];
}

/** A period is over at the first candle with a later key; periods without a candle do not exist. */
function periodsOf(name: PeriodName, keys: readonly number[]): Period[] {
  const periods: Period[] = [];
  let members: number[] = [];
  let current: number | undefined;
  keys.forEach((key, i) => {
    if (current !== undefined && key > current) {
      periods.push({ name, members, knownIndex: i });
      members = [];
    }
    members.push(i);
    // A clock set back across an odd roll time does not reopen the day it has ended.
    current = current === undefined ? key : Math.max(current, key);
  });
  return periods;
}

export function previousRangeDrafts(candles: Candles, periods: readonly Period[]): Draft[] {
  return periods.map(({ name, members, knownIndex }) => ({
    step: 1,
    kind: "previous-range",
    event: "detected",
    thing: `${name}:${at(candles, knownIndex).openTime}`,
    name,
    index: knownIndex,
    knownIndex,
    top: at(candles, highestOf(candles, members)).high,
    bottom: at(candles, lowestOf(candles, members)).low,
  }));
}
