import { z } from "zod";
import { timeZoneSchema, wallTimeSchema } from "./wall-time.ts";

/** Where one trading day ends and the next begins: a wall time of a named zone. */
export interface DayRoll {
  readonly timezone: string;
  readonly time: string;
}

/** Day rolls by the kind of market that uses them. `ict-day` is the true day of ICT: midnight in New York. */
export const DAY_ROLLS = {
  crypto: { timezone: "UTC", time: "00:00" },
  fx: { timezone: "America/New_York", time: "17:00" },
  "index-futures": { timezone: "America/New_York", time: "18:00" },
  "ict-day": { timezone: "America/New_York", time: "00:00" },
} as const satisfies Record<string, DayRoll>;

export type DayRollName = keyof typeof DAY_ROLLS;

const DAY_ROLL_NAMES = Object.keys(DAY_ROLLS) as [DayRollName, ...DayRollName[]];

/** A day roll written out, or the name of one above. */
export const dayRollSchema = z
  .union([
    z.strictObject({
      timezone: timeZoneSchema.default(DAY_ROLLS.crypto.timezone).describe("Zone of the day roll"),
      time: wallTimeSchema.default(DAY_ROLLS.crypto.time).describe("Wall time of the day roll"),
    }),
    z.enum(DAY_ROLL_NAMES).transform((name): DayRoll => DAY_ROLLS[name]),
  ])
  .prefault({})
  .describe("Where days, weeks and months begin");
