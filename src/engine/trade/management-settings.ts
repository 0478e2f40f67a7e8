import { z } from "zod";
import { timeframeMs } from "../candles/timeframe.ts";
import { broken, isPlainName } from "../settings/setting-rules.ts";
import type { Signal } from "../signal.ts";
import type { BreakEvenPlan, ManagementPlan, TrailingPlan } from "./management.ts";

const MAX_TARGETS = 10;
const rMultiple = z.number().min(0).max(100);

export const managementSettingsSchema = z.strictObject({
  targetsR: z
    .array(z.number().gt(0).max(100))
    .max(MAX_TARGETS)
    .default([])
    .describe("Targets in R from the entry instead of those of the strategy; empty: the strategy's"),
  targetShares: z
    .array(z.number().gt(0).max(100))
    .max(MAX_TARGETS)
    .refine((shares) => shares.reduce((sum, share) => sum + share, 0) <= 100, broken("shares"))
    .default([])
    .describe("Percent of the position that each target closes, the rest runs on; empty: even shares"),
  breakEvenAfterTarget: z
    .int()
    .min(0)
    .max(MAX_TARGETS)
    .default(0)
    .describe("The stop moves to the entry when the target of this number is filled; 0 switches it off"),
  breakEvenAfterR: rMultiple
    .default(0)
    .describe("The stop moves to the entry after a profit of this many R; 0 switches it off"),
  breakEvenOffsetR: z
    .number()
    .min(0)
    .max(10)
    .default(0)
    .describe("How far beyond the entry the stop moves, in R"),
  breakEvenCoversFees: z
    .boolean()
    .default(true)
    .describe("Break-even lies beyond the entry by the fees of entry and exit"),
  trailBy: z
    .enum(["off", "atr", "structure", "percent"])
    .default("off")
    .describe("What the stop follows: average range, last confirmed swing, or a percentage of price"),
  trailDistance: z
    .number()
    .gt(0)
    .max(100)
    .default(2)
    .describe("Distance of a trailing stop: ATRs from price, ATRs beyond the swing, or percent of price"),
  trailLayer: z
    .string()
    .refine(isPlainName, broken("plain-name"))
    .max(20)
    .default("internal")
    .describe("Layer of swings that trailing by structure follows"),
  trailAfterR: rMultiple.default(1).describe("Trailing begins after a profit of this many R"),
  trailStepR: z
    .number()
    .min(0)
    .max(10)
    .default(0.1)
    .describe("A trailing stop is moved when it gains at least this many R"),
  timeStopCandles: z
    .int()
    .min(0)
    .max(10_000)
    .default(0)
    .describe(
      "Close after this many candles of the setup's timeframe without timeStopMinR; 0 switches it off",
    ),
  timeStopMinutes: z
    .int()
    .min(0)
    .max(100_000)
    .default(0)
    .describe("The same in minutes; the earlier one counts; 0 switches it off"),
  timeStopMinR: rMultiple.default(0.5).describe("Profit in R that keeps a position from its time stop"),
  closeAtSessionEnd: z
    .boolean()
    .default(false)
    .describe("Close positions when the session ends in which they were approved"),
});

export type ManagementSettings = z.output<typeof managementSettingsSchema>;

/** The plan that a trade keeps from its approval on. `sessionEndsAt` is unset outside sessions. */
export function managementPlan(
  settings: ManagementSettings,
  { timeframe }: Pick<Signal, "timeframe">,
  sessionEndsAt: number | undefined,
): ManagementPlan {
  const breakEven = breakEvenPlan(settings);
  const trailing = trailingPlan(settings);
  const waits = [settings.timeStopCandles * timeframeMs(timeframe), settings.timeStopMinutes * 60_000];
  const afterMs = Math.min(...waits.filter((wait) => wait > 0));
  return {
    ...(settings.targetShares.length > 0 && { shares: settings.targetShares }),
    ...(breakEven && { breakEven }),
    ...(trailing && { trailing }),
    ...(Number.isFinite(afterMs) && { timeStop: { afterMs, minR: settings.timeStopMinR } }),
    ...(settings.closeAtSessionEnd && sessionEndsAt !== undefined && { closeAt: sessionEndsAt }),
  };
}

function breakEvenPlan(settings: ManagementSettings): BreakEvenPlan | undefined {
  const { breakEvenAfterTarget: afterTarget, breakEvenAfterR: afterR } = settings;
  if (afterTarget === 0 && afterR === 0) return undefined;
  return {
    ...(afterTarget > 0 && { afterTarget }),
    ...(afterR > 0 && { afterR }),
    offsetR: settings.breakEvenOffsetR,
    coversFees: settings.breakEvenCoversFees,
  };
}

function trailingPlan(settings: ManagementSettings): TrailingPlan | undefined {
  const { trailBy: by, trailDistance: distance, trailAfterR: startR, trailStepR: stepR } = settings;
  if (by === "off") return undefined;
  const plan = { by, distance, startR, stepR };
  return by === "structure" ? { ...plan, layer: settings.trailLayer } : plan;
}

/** What a person asks of a stop that follows price; without a distance that of the settings counts. */
export interface TrailingWish {
  readonly by: TrailingPlan["by"];
  readonly distance?: number;
}

/** The wish as a plan that begins at once: who switches it on now wants it now. */
export function wishedTrailing({ by, distance }: TrailingWish, settings: ManagementSettings): TrailingPlan {
  const plan = { by, distance: distance ?? settings.trailDistance, startR: 0, stepR: settings.trailStepR };
  return by === "structure" ? { ...plan, layer: settings.trailLayer } : plan;
}

/** The signal with targets in R from its entry, when the settings ask for them. */
export function withTargetsInR(signal: Signal, { targetsR }: Pick<ManagementSettings, "targetsR">): Signal {
  if (targetsR.length === 0) return signal;
  const risk = signal.entry - signal.stop;
  return {
    ...signal,
    targets: [...targetsR].sort((one, other) => one - other).map((r) => signal.entry + r * risk),
  };
}
