import { z } from "zod";

const pattern = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[A-Za-z0-9./:*?-]+$/, "a symbol such as BTC/USDT, or a pattern with * and ?");

/** What the desk follows, and the named lists of it. */
export const universeSettingsSchema = z.strictObject({
  fromExchange: z
    .boolean()
    .default(false)
    .describe("Also follow what the exchange lists and the rules below let in"),
  include: z.array(pattern).max(100).default(["*/USDT"]).describe("Symbols or patterns that may be followed"),
  exclude: z.array(pattern).max(100).default([]).describe("Symbols or patterns that are left out"),
  topByVolume: z
    .int()
    .min(1)
    .max(1000)
    .default(50)
    .describe("At most this many, those with the largest volume of the last day"),
  minVolume: z.number().min(0).default(0).describe("Least volume of the last day, in the quote currency"),
  maxSpreadPercent: z
    .number()
    .min(0)
    .max(100)
    .default(0)
    .describe("Largest distance of bid and ask in percent of price; 0 switches it off"),
  watchlists: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^[a-z][a-z0-9-]{0,19}$/, "small letters, digits and dashes")
          .refine((name) => name !== "all" && name !== "watchlist", "this name is taken")
          .describe("What it is called in commands"),
        symbols: z.array(pattern).min(1).max(500).describe("Symbols or patterns, of those that are followed"),
      }),
    )
    .max(50)
    .default([])
    .describe("Named lists of symbols"),
});

export type UniverseSettings = z.output<typeof universeSettingsSchema>;
