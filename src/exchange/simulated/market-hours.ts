import type { TimeZone } from "../../engine/clock/time-zone.ts";
import type { MarketKind } from "../../engine/instrument.ts";

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
export const DAY_MINUTES = 1440;
const HOUR_MS = 3_600_000;

/** How lively the hours of a New York day are against an average one: from each hour until the next listed. */
const HOURLY_ACTIVITY: readonly (readonly [fromHour: number, activity: number])[] = [
  [0, 0.6],
  [2, 1.4],
  [5, 0.95],
  [8, 1.6],
  [9.5, 1.9],
  [11, 1.2],
  [12, 0.75],
  [16, 0.45],
  [19, 0.5],
  [20, 0.65],
];

/** Prices still drift while a market is closed, so that it reopens with a gap. */
const CLOSED_ACTIVITY = 0.12;
const WEEKEND_COIN_FACTOR = 0.7;
/** Coins have sessions too, but less of them. */
const COIN_SESSION_SHARE = 0.75;
const ROLL_HOUR = 17;

/** What the clock says about each minute of one UTC day. */
export interface DayHours {
  /** Relative size of a minute's moves; around 1. */
  readonly activity: Float64Array;
  /** 1 where the market trades. */
  readonly open: Uint8Array;
}

/** `newYork` gives the wall time by which markets keep their hours; its changes of the clock fall on Sundays. */
export function dayHours(kind: MarketKind, day: number, newYork: TimeZone): DayHours {
  const activity = new Float64Array(DAY_MINUTES);
  const open = new Uint8Array(DAY_MINUTES);
  // Changes of the clock happen at 07:00 UTC on a Sunday: while fx is closed, and before noon.
  const offsetMs = newYork.offsetAt(day * DAY_MS + DAY_MS / 2);
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    const wallMs = day * DAY_MS + minute * MINUTE_MS + offsetMs;
    const weekday = weekdayOf(Math.floor(wallMs / DAY_MS));
    const hour = (wallMs % DAY_MS) / HOUR_MS;
    open[minute] = isOpen(kind, weekday, hour) ? 1 : 0;
    activity[minute] = open[minute] ? activityAt(kind, weekday, hour) : CLOSED_ACTIVITY;
  }
  return { activity, open };
}

/** 0 is Sunday; day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(day: number): number {
  return (day + 4) % 7;
}

/** Everything but coins rests from Friday 17:00 to Sunday 17:00 in New York. */
function isOpen(kind: MarketKind, weekday: number, hour: number): boolean {
  if (kind === "crypto") return true;
  if (weekday === 6) return false;
  if (weekday === 5) return hour < ROLL_HOUR;
  return weekday !== 0 || hour >= ROLL_HOUR;
}

function activityAt(kind: MarketKind, weekday: number, hour: number): number {
  const session = HOURLY_ACTIVITY.findLast(([from]) => from <= hour)?.[1] ?? 1;
  if (kind !== "crypto") return session;
  const weekend = weekday === 0 || weekday === 6 ? WEEKEND_COIN_FACTOR : 1;
  return (1 - COIN_SESSION_SHARE + COIN_SESSION_SHARE * session) * weekend;
}
