import { z } from "zod";
import { TIMEFRAMES } from "../../candles/timeframe.ts";

/** Switch and timeframes, which every strategy has. */
export function switchSettings(enabled: boolean) {
  return {
    enabled: z.boolean().default(enabled).describe("Look for this setup"),
    timeframes: z
      .array(z.enum(TIMEFRAMES))
      .default([])
      .describe("Look only on these of the watched timeframes; empty means on all of them"),
  };
}

/** How a setup is traded whose levels all come from structure. */
export function planSettings(entryType: "market" | "limit") {
  return {
    entryType: z
      .enum(["market", "limit"])
      .default(entryType)
      .describe("Enter at the market when approved, or wait at the price of the setup"),
    stopBufferAtr: z
      .number()
      .min(0)
      .max(5)
      .default(0.1)
      .describe("Distance of the stop beyond the structure that protects it, in ATR"),
    minStopAtr: z
      .number()
      .min(0)
      .max(10)
      .default(0.5)
      .describe("A stop nearer than this is within the noise and makes no setup, in ATR"),
    minTargetR: z
      .number()
      .min(0)
      .max(20)
      .default(1.5)
      .describe("Liquidity nearer than this many times the risk is no target; without a target no setup"),
    maxTargetR: z
      .number()
      .gt(0)
      .max(100)
      .default(6)
      .describe("Liquidity further away than this many times the risk is no target"),
    maxTargets: z.int().min(1).max(5).default(2).describe("How many pools ahead are taken as targets"),
  };
}

/** For setups that wait at a gap. */
export function gapSettings() {
  return {
    minGapAtr: z
      .number()
      .min(0)
      .max(10)
      .default(0.1)
      .describe("A gap smaller than this is not waited at, in ATR of the candle that made it known"),
  };
}

/** The part of a strategy's settings that a plan follows. */
export interface PlanSettings {
  readonly entryType: "market" | "limit";
  readonly stopBufferAtr: number;
  readonly minStopAtr: number;
  readonly minTargetR: number;
  readonly maxTargetR: number;
  readonly maxTargets: number;
}
