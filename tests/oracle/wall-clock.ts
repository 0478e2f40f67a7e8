import { at, type Candles } from "./candle-shape.ts";

export interface WallTime {
  /** Days from 1970-01-01 to the local date. */
  readonly day: number;
  /** Minutes since local midnight on the wall clock, 0 to below 1440. */
  readonly minute: number;
}

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timezone, format);
  return format;
}

/** What a clock on the wall of `timezone` shows at the instant `epochMs`. */
export function wallTime(epochMs: number, timezone: string): WallTime {
  const parts = formatOf(timezone).formatToParts(epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((piece) => piece.type === type)?.value);
  const day = Date.UTC(part("year"), part("month") - 1, part("day")) / DAY_MS;
  return { day, minute: part("hour") * 60 + part("minute") + part("second") / 60 };
}

export function wallTimes(candles: Candles, timezone: string): WallTime[] {
  return candles.map((candle) => wallTime(candle.openTime, timezone));
}

/** Minutes after midnight of "HH:MM". */
export function minuteOf(time: string): number {
  const parts = time.split(":").map(Number);
  return at(parts, 0) * 60 + at(parts, 1);
}

export function isBefore(wall: WallTime, day: number, minute: number): boolean {
  return wall.day < day || (wall.day === day && wall.minute < minute);
}

/** 0 Sunday to 6 Saturday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Weeks run Monday to Sunday. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

export function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
