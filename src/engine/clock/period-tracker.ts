import type { CandleSeries } from "../candles/candle-series.ts";
import type { DayRoll } from "./day-roll.ts";
import { type Extremes, includeExtremes, noExtremes, widenExtremes } from "./extremes.ts";
import type { TimeZone } from "./time-zone.ts";
import { MINUTE_MS, MINUTES_PER_DAY, minutesOf } from "./wall-time.ts";

const DAY_MS = MINUTES_PER_DAY * MINUTE_MS;
/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const DAYS_BEFORE_MONDAY = 3;

/** The periods of ranges, in the order in which they are reported. */
export const PERIODS = ["previous-day", "previous-week", "previous-month"] as const;

/** A completed day, week or month; `period` is its position in `PERIODS`. */
export interface EndedPeriod extends Readonly<Extremes> {
  readonly period: number;
}

/**
 * Follows trading days and the weeks and months that they make. A trading day has the local date of its last
 * instant; a period without a candle does not exist. A candle inside a day costs three comparisons.
 */
export class PeriodTracker {
  /** Periods that the newest candle, the first of the next one, shows to be complete. */
  ended: readonly EndedPeriod[] = NONE;
  private readonly series: CandleSeries;
  private readonly zone: TimeZone;
  private readonly rollMinute: number;
  private readonly keys = [Number.NaN, Number.NaN, Number.NaN];
  private readonly day = noExtremes();
  private readonly week = noExtremes();
  private readonly month = noExtremes();
  /** The trading day does not end before this time. */
  nextRoll = Number.NEGATIVE_INFINITY;

  constructor(series: CandleSeries, roll: DayRoll, zone: TimeZone) {
    this.series = series;
    this.zone = zone;
    this.rollMinute = minutesOf(roll.time);
  }

  update(index: number): void {
    const time = this.series.openTime(index);
    if (this.ended.length > 0) this.ended = NONE;
    if (time >= this.nextRoll) this.roll(time);
    this.extend(index, index);
  }

  /** Takes in candles that all open before `nextRoll`. */
  extend(from: number, to: number): void {
    widenExtremes(this.day, this.series, from, to);
  }

  private roll(time: number): void {
    const { rollMinute, zone, keys } = this;
    const wallMs = time + zone.offsetAt(time);
    const localDay = Math.floor(wallMs / DAY_MS);
    const isNext = rollMinute > 0 && wallMs - localDay * DAY_MS >= rollMinute * MINUTE_MS;
    const key = isNext ? localDay + 1 : localDay;
    const lastDay = rollMinute > 0 ? key : key + 1;
    this.nextRoll = zone.instantOf(lastDay * DAY_MS + rollMinute * MINUTE_MS);
    // A clock set back across the roll does not reopen the day that has ended.
    if (key <= (keys[0] as number)) return;
    this.end([key, Math.floor((key + DAYS_BEFORE_MONDAY) / 7), monthOf(key)]);
  }

  private end(next: readonly number[]): void {
    const { day, week, month, keys } = this;
    const ended: EndedPeriod[] = [];
    includeExtremes(week, day);
    includeExtremes(month, day);
    for (const [period, extremes] of [day, week, month].entries()) {
      const key = next[period] as number;
      if (key === keys[period]) continue;
      if (!Number.isNaN(keys[period])) ended.push({ period, ...extremes });
      keys[period] = key;
      Object.assign(extremes, noExtremes());
    }
    this.ended = ended;
  }
}

const NONE: readonly EndedPeriod[] = [];

function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
