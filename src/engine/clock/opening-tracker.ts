import type { CandleSeries } from "../candles/candle-series.ts";
import { DAY_ROLLS, type DayRoll } from "./day-roll.ts";
import type { TimeZone } from "./time-zone.ts";
import { MINUTE_MS, MINUTES_PER_DAY, minutesOf } from "./wall-time.ts";

const DAY_MS = MINUTES_PER_DAY * MINUTE_MS;
const CLOSE_MINUTE = minutesOf("17:00");
const FUTURES_OPEN_MINUTE = minutesOf("18:00");

const SUNDAY = 0;
const THURSDAY = 4;
const FRIDAY = 5;
/** From a Sunday back to the Friday before. */
const WEEKEND_DAYS = 2;

/** The zone whose wall time opens and closes days here, whatever the day roll is. */
export const OPENINGS_ZONE = "America/New_York";

/**
 * Follows the daily break of New York: a day closes at 17:00 and the next opens at 18:00, with the day roll of
 * FX at once. Gives the first candle of a new day (Monday to Thursday) or week (Sunday) together with the last
 * close before: of the last candle that opened before 17:00 of that day, for the week of Friday. When a day has
 * no candle, the next candle opens it; when that opens several, a week goes before a day and a later day before
 * an earlier one.
 */
export class OpeningTracker {
  /** What the newest candle opens. */
  opened: "day" | "week" | undefined;
  /** The last close before, when something was opened; `NaN` when the series begins later. */
  closeBefore = Number.NaN;
  private readonly series: CandleSeries;
  private readonly zone: TimeZone;
  private readonly openMinute: number;
  /** Nothing is opened before this time. */
  nextChange = Number.NEGATIVE_INFINITY;
  /** Local day whose evening is going on, that is the last one that opened a new day. */
  private openDay = Number.NaN;
  /** Local day of the last 17:00, and the close before that and before the last Friday's. */
  private closeDay = Number.NaN;
  private dayClose = Number.NaN;
  private fridayClose = Number.NaN;

  constructor(series: CandleSeries, roll: DayRoll, zone: TimeZone) {
    this.series = series;
    this.zone = zone;
    const isFx = roll.timezone === DAY_ROLLS.fx.timezone && roll.time === DAY_ROLLS.fx.time;
    this.openMinute = isFx ? CLOSE_MINUTE : FUTURES_OPEN_MINUTE;
  }

  update(index: number): void {
    this.opened = undefined;
    const time = this.series.openTime(index);
    if (time >= this.nextChange) this.change(index, time);
  }

  private change(index: number, time: number): void {
    const wallMs = time + this.zone.offsetAt(time);
    const openDay = lastDayAt(wallMs, this.openMinute);
    const closeDay = lastDayAt(wallMs, CLOSE_MINUTE);
    if (openDay > this.openDay) this.open(index, openDay);
    if (closeDay > this.closeDay) this.close(index, closeDay);
    this.openDay = openDay;
    this.closeDay = closeDay;
    this.nextChange = Math.min(
      this.instantOf(openDay + 1, this.openMinute),
      this.instantOf(closeDay + 1, CLOSE_MINUTE),
    );
  }

  private open(index: number, day: number): void {
    const sunday = day - weekdayOf(day);
    if (sunday > this.openDay) {
      this.opened = "week";
      this.closeBefore = this.lastClose(index, sunday - WEEKEND_DAYS, this.fridayClose);
    } else if (weekdayOf(day) > SUNDAY && weekdayOf(day) <= THURSDAY) {
      this.opened = "day";
      this.closeBefore = this.lastClose(index, day, this.dayClose);
    }
  }

  /** Close of the last candle that opened before 17:00 of `day`: the one before the newest, or the one kept. */
  private lastClose(index: number, day: number, kept: number): number {
    const { series } = this;
    return series.openTime(index - 1) < this.instantOf(day, CLOSE_MINUTE) ? series.close(index - 1) : kept;
  }

  private close(index: number, day: number): void {
    this.dayClose = this.series.close(index - 1);
    const friday = day - ((weekdayOf(day) - FRIDAY + 7) % 7);
    if (friday > this.closeDay) this.fridayClose = this.dayClose;
  }

  private instantOf(day: number, minute: number): number {
    return this.zone.instantOf(day * DAY_MS + minute * MINUTE_MS);
  }
}

/** The last local day on which clocks have shown `minute`. */
function lastDayAt(wallMs: number, minute: number): number {
  return Math.floor((wallMs - minute * MINUTE_MS) / DAY_MS);
}

/** 0 Sunday to 6 Saturday; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + THURSDAY) % 7) + 7) % 7;
}
