import { z } from "zod";
import { broken, isPlainName } from "./setting-rules.ts";

const PATTERN = /^[A-Za-z0-9./:*?-]+$/;

const pattern = z
  .string()
  .min(1)
  .max(60)
  .refine((text) => PATTERN.test(text), broken("symbol-pattern"));

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
          .max(20)
          .refine(isPlainName, broken("plain-name"))
          .refine((name) => name !== "all" && name !== "watchlist", broken("name-taken"))
          .describe("What it is called in commands"),
        symbols: z.array(pattern).min(1).max(500).describe("Symbols or patterns, of those that are followed"),
      }),
    )
    .max(50)
    .default([])
    .describe("Named lists of symbols"),
});

export type UniverseSettings = z.output<typeof universeSettingsSchema>;
