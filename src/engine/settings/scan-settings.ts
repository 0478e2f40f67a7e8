import { z } from "zod";
import { TIMEFRAMES } from "../candles/timeframe.ts";
import { timeZoneSchema } from "../clock/wall-time.ts";
import { broken } from "./setting-rules.ts";

export const KILL_ZONES = [
  "asian",
  "london-open",
  "new-york-am",
  "london-close",
  "new-york-lunch",
  "new-york-pm",
] as const;

const timeframes = z.array(z.enum(TIMEFRAMES)).min(1).max(TIMEFRAMES.length);

const CRON = /^\s*[\d*,/-]+(\s+[\d*,/-]+){4}\s*$/;

/** Five fields of numbers, `*`, lists, ranges and steps: minute, hour, day, month, day of the week. */
const cron = z
  .string()
  .max(100)
  .refine((text) => CRON.test(text), broken("cron"));

/** When the desk scans by itself; what a person asks for runs at any time. */
export const scanSettingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Scan by the clock; setups found become proposals"),
  atCloses: z
    .array(z.enum(TIMEFRAMES))
    .max(TIMEFRAMES.length)
    .default(["15m", "1h"])
    .describe("Scan a timeframe each time one of its candles has closed"),
  beforeKillZones: z
    .array(z.enum(KILL_ZONES))
    .max(KILL_ZONES.length)
    .default(["london-open", "new-york-am", "new-york-pm"])
    .describe("Scan before these kill zones open"),
  preAlertMinutes: z
    .int()
    .min(0)
    .max(120)
    .default(5)
    .describe("How long before a kill zone its scan starts and its alert comes; 0 is at the opening"),
  timeframes: timeframes.default(["15m"]).describe("Timeframes of the scans before kill zones"),
  watchlist: z
    .string()
    .max(40)
    .default("all")
    .describe("Which list of symbols the clock scans; all is every symbol the desk follows"),
  schedules: z
    .array(
      z.strictObject({
        cron: cron.describe("Minute, hour, day, month and day of the week"),
        timeZone: timeZoneSchema.default("America/New_York").describe("Zone of its times"),
        timeframes: timeframes.default(["15m"]).describe("What is scanned"),
        watchlist: z.string().max(40).default("all").describe("Which list of symbols"),
      }),
    )
    .max(20)
    .default([])
    .describe("Further scans by the clock"),
});

export type ScanSettings = z.output<typeof scanSettingsSchema>;
