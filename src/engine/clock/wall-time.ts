import { z } from "zod";
import { broken } from "../settings/setting-rules.ts";
import { isTimeZone } from "./time-zone.ts";

export const MINUTE_MS = 60_000;
export const MINUTES_PER_DAY = 1440;

const WALL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const WALL_SPAN = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A wall time of day such as `17:00`. */
export const wallTimeSchema = z.string().refine((text) => WALL_TIME.test(text), broken("time-of-day"));

/** A half-open stretch of wall time such as `20:00-00:00`; it may cross midnight. */
export const wallSpanSchema = z
  .string()
  .refine((text) => WALL_SPAN.test(text), broken("time-span"))
  .refine((span) => span.slice(0, 5) !== span.slice(6), broken("different-times"));

export const timeZoneSchema = z.string().refine(isTimeZone, broken("time-zone"));

/** Minutes after midnight of a wall time such as `17:00`. */
export function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3, 5));
}
