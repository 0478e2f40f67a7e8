import { z } from "zod";

/** A limit that nobody has unless it is set. */
const off = (max: number) => z.number().min(0).max(max).default(0);

export const riskSettingsSchema = z.strictObject({
  riskPercent: z
    .number()
    .gt(0)
    .max(10)
    .default(1)
    .describe("Percent of the balance lost when the stop is hit; raise it for larger positions"),
  sizing: z
    .enum(["fixed-fraction", "fixed-notional", "volatility-target", "kelly"])
    .default("fixed-fraction")
    .describe("How the size follows; riskPercent and maxPositionPercent cap every method"),
  sizeNotional: off(1e12).describe("Size of a fixed-notional entry in the quote currency"),
  targetVolatilityPercent: z
    .number()
    .gt(0)
    .max(100)
    .default(1)
    .describe("Usual daily move of a volatility-target position, in percent of the balance"),
  kellyFraction: z
    .number()
    .gt(0)
    .max(1)
    .default(0.25)
    .describe("Share of Kelly's formula that is risked; never more than riskPercent"),
  kellyMinTrades: z
    .int()
    .min(10)
    .max(10_000)
    .default(50)
    .describe("Kelly needs this many closed trades; until then the size is the fixed fraction"),
  maxPositionPercent: z
    .number()
    .gt(0)
    .max(1000)
    .default(10)
    .describe("Largest position in percent of the balance, whatever the stop distance"),
  maxDailyLossPercent: z
    .number()
    .gt(0)
    .max(100)
    .default(3)
    .describe("No new trades for the rest of the day after losing this percent of the day's first balance"),
  maxTradesPerDay: z.int().min(1).max(1000).default(5).describe("Entries allowed on one day"),
  maxOpenPositions: z.int().min(1).max(500).default(5).describe("Positions and working entries at one time"),
  maxOpenRiskPercent: z
    .number()
    .gt(0)
    .max(100)
    .default(5)
    .describe("Sum of what all open stops would lose, in percent of the balance"),
  maxDriftR: z
    .number()
    .gt(0)
    .max(5)
    .default(0.5)
    .describe("An approval is refused when price moved further than this since the signal, in R"),
  maxPriceAgeSeconds: z
    .int()
    .min(1)
    .max(86_400)
    .default(120)
    .describe("An approval is refused when the last known price is older"),
  coolDownLosses: z
    .int()
    .min(0)
    .max(100)
    .default(0)
    .describe("After this many losses in a row no new trades for coolDownMinutes; 0 switches it off"),
  coolDownMinutes: z.int().min(1).max(10_080).default(60).describe("How long a cool-down lasts"),
  maxDrawdownPercent: off(100).describe(
    "No new trades once the balance was this percent below its highest, until /resume; 0 switches it off",
  ),
  maxTradesPerSession: z
    .int()
    .min(0)
    .max(1000)
    .default(0)
    .describe("Entries allowed in one session of a day; 0 switches it off"),
  correlatedGroups: z
    .array(z.array(z.string().min(3).max(40)).min(2).max(100))
    .max(50)
    .default([])
    .describe("Symbols that move together, such as [[BTC/USDT, ETH/USDT]]"),
  maxGroupRiskPercent: off(100).describe(
    "Sum of what the open stops of one correlated group would lose, in percent of the balance; 0 switches it off",
  ),
  maxVolatilityPercent: off(100).describe(
    "No entry when the average range of a candle is above this percent of price; 0 switches it off",
  ),
  maxSpreadPercent: off(100).describe(
    "An approval is refused when bid and ask are further apart, in percent of price; 0 switches it off",
  ),
  maxOrderNotional: off(1e12).describe("Largest order in the quote currency; 0 switches it off"),
  maxDailyNotional: off(1e12).describe(
    "Sum of the entries of a day in the quote currency; 0 switches it off",
  ),
  maxOrdersPerMinute: z
    .int()
    .min(0)
    .max(1000)
    .default(0)
    .describe("Approvals within a minute; 0 switches it off"),
  maxLeverage: off(1000).describe("All positions together as a multiple of the balance; 0 switches it off"),
  marginLeverage: off(1000).describe(
    "Leverage set at the exchange, to know how much margin positions need; 0 switches the check off",
  ),
  maxMarginPercent: z
    .number()
    .gt(0)
    .max(100)
    .default(80)
    .describe("Margin of all positions together, in percent of the balance"),
  minLiquidationDistance: off(1000).describe(
    "How many times further than the stop the liquidation must lie; 0 switches it off",
  ),
});

export type RiskSettings = z.output<typeof riskSettingsSchema>;
