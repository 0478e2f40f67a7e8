import type { MarketKind } from "../instrument.ts";
import type { TimeZones } from "./time-zone.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const NEW_YORK = "America/New_York";
const ROLL_HOUR = 17;

/**
 * Whether a kind of market trades at an instant. Coins always do. Currencies and indices rest from Friday 17:00 to
 * Sunday 17:00 in New York, indices also from 17:00 to 18:00, and each on its own holidays, by the day in New York.
 */
export function isMarketOpen(kind: MarketKind, timeMs: number, zones: TimeZones): boolean {
  if (kind === "crypto") return true;
  const wallMs = timeMs + zones.zone(NEW_YORK).offsetAt(timeMs);
  const day = Math.floor(wallMs / DAY_MS);
  const hour = (wallMs - day * DAY_MS) / HOUR_MS;
  if (isWeekend(weekdayOf(day), hour)) return false;
  // From the roll on the next day is traded, so the evening before a holiday belongs to the holiday.
  const tradingDay = hour >= ROLL_HOUR ? day + 1 : day;
  if (kind === "fx") return !isFixedHoliday(tradingDay);
  return !(hour >= ROLL_HOUR && hour < ROLL_HOUR + 1) && !isExchangeHoliday(tradingDay);
}

/** 0 is Sunday; day 0, 1970-01-01, was a Thursday. */
function weekdayOf(day: number): number {
  return (day + 4) % 7;
}

function isWeekend(weekday: number, hour: number): boolean {
  if (weekday === 6) return true;
  return weekday === 5 ? hour >= ROLL_HOUR : weekday === 0 && hour < ROLL_HOUR;
}

/** Christmas and New Year: the only days on which currencies rest everywhere. */
function isFixedHoliday(day: number): boolean {
  const { month, date } = dateOf(day);
  return (month === 12 && date === 25) || (month === 1 && date === 1);
}

/** Holidays of the New York Stock Exchange; those with a fixed date move from a weekend to its nearer weekday. */
function isExchangeHoliday(day: number): boolean {
  const { year, month, date } = dateOf(day);
  const fixed = [
    [1, 1],
    [6, 19],
    [7, 4],
    [12, 25],
  ] as const;
  if (fixed.some(([m, d]) => observed(dayOf(year, m, d)) === day)) return true;
  if (day === easterSunday(year) - 2) return true;
  const weekday = weekdayOf(day);
  const nth = Math.ceil(date / 7);
  if (weekday === 4) return month === 11 && nth === 4;
  if (weekday !== 1) return false;
  if (month === 5) return date + 7 > 31;
  return (month === 1 && nth === 3) || (month === 2 && nth === 3) || (month === 9 && nth === 1);
}

/** New Year on a Saturday is not kept on the Friday of the old year. */
function observed(day: number): number {
  const weekday = weekdayOf(day);
  if (weekday === 0) return day + 1;
  const { month, date } = dateOf(day);
  return weekday === 6 && !(month === 1 && date === 1) ? day - 1 : day;
}

/** Anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function dayOf(year: number, month: number, date: number): number {
  return Math.floor(Date.UTC(year, month - 1, date) / DAY_MS);
}

function dateOf(day: number) {
  const utc = new Date(day * DAY_MS);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() };
}
