import { z } from "zod";
import { TIMEFRAMES } from "../candles/timeframe.ts";
import { scoreWeightsSchema } from "../strategy/score-weights.ts";
import { scanSettingsSchema } from "./scan-settings.ts";
import { broken } from "./setting-rules.ts";
import { universeSettingsSchema } from "./universe-settings.ts";

const timeframe = z.enum(TIMEFRAMES);

/** Settings of the desk as a whole; joined with those of the registries in `settings.ts`. */
export const deskSettingsSchema = z.strictObject({
  signals: z
    .strictObject({
      timeframes: z
        .array(timeframe)
        .min(1)
        .default(["5m", "15m"])
        .describe("Timeframes on which strategies look for setups"),
      expireAfterCandles: z
        .int()
        .min(1)
        .max(500)
        .default(24)
        .describe("A proposal expires after this many candles of its timeframe"),
      manualMinutes: z
        .int()
        .min(1)
        .max(10_080)
        .default(240)
        .describe("A trade typed by hand waits this many minutes for its approval and its limit entry"),
      minScore: z
        .number()
        .min(0)
        .max(100)
        .default(0)
        .describe("Setups with a lower score are not proposed; raise it for fewer, better cards"),
      weights: scoreWeightsSchema
        .prefault({})
        .describe("How much each part of a setup counts in its score, against each other"),
      companions: z
        .array(
          z.strictObject({
            symbol: z.string().min(1).max(40).describe("Symbol that is judged"),
            companion: z.string().min(1).max(40).describe("Symbol that usually moves with it"),
          }),
        )
        .max(50)
        .refine(
          (pairs) => new Set(pairs.map(({ symbol }) => symbol)).size === pairs.length,
          broken("one-companion"),
        )
        .default([])
        .describe("Symbols that are compared for SMT divergences; both must be followed by the desk"),
      showDenied: z.boolean().default(false).describe("Post setups that risk denied, without buttons"),
    })
    .prefault({})
    .describe("Which setups become proposals"),
  sessions: z
    .strictObject({
      alerts: z.boolean().default(true).describe("Announce kill zones when they open"),
    })
    .prefault({})
    .describe("Kill zones and their alerts"),
  scans: scanSettingsSchema.prefault({}).describe("When the desk scans by itself"),
  universe: universeSettingsSchema.prefault({}).describe("Which symbols the desk follows"),
  charts: z
    .strictObject({
      theme: z
        .enum(["dark", "light", "colour-blind"])
        .default("dark")
        .describe("Colours of chart images; colour-blind has blue for up and orange for down"),
      size: z
        .enum(["phone", "square", "wide"])
        .default("phone")
        .describe("1280 x 720 for phones, 1080 x 1080, or 1600 x 800 for desktops"),
      watermark: z.boolean().default(true).describe("Write the name of the desk into chart images"),
      name: z.string().trim().max(40).default("Killzone").describe("Name of the desk in chart images"),
      candles: z.int().min(20).max(500).default(120).describe("How many candles a chart shows"),
    })
    .prefault({})
    .describe("Chart images"),
});
