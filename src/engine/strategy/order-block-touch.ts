import { z } from "zod";
import type { Signal } from "../signal.ts";
import { type BlockTouch, strengthOf, touchFeatures, touchOf, touchStory } from "./block-touch.ts";
import { defineStrategy, type StrategyContext, type TimeframeView } from "./contract.ts";
import { switchSettings } from "./parts/plan-settings.ts";
import { isFresh } from "./parts/reading.ts";
import { evidenceOf, type Plan, plannedSignal, zoneEnd } from "./parts/setup.ts";
import { farEdge, isAhead, nearEdge, SIDES, type TradeSide } from "./parts/side.ts";
import { isZone, type Zone } from "./zone.ts";

const NAME = "order-block-touch";

const settingsSchema = z.strictObject({
  ...switchSettings(true),
  entryType: z
    .enum(["market", "limit"])
    .default("market")
    .describe("Enter at the market when approved, or wait at the edge of the block"),
  stopBeyondPercent: z
    .number()
    .min(0)
    .max(10)
    .default(0.2)
    .describe("Distance of the stop beyond the block, in percent of price"),
  targetPercents: z
    .array(z.number().gt(0).max(100))
    .min(1)
    .max(5)
    .default([1])
    .describe("Distance of each target from the entry, in percent of price"),
  minGapPercent: z
    .number()
    .min(0)
    .max(10)
    .default(0.1)
    .describe("A fair value gap of at least this size that overlaps the block raises the score"),
});

type OrderBlockTouchSettings = z.output<typeof settingsSchema>;

/**
 * Price comes back to an order block for the first time and does not close through it: trade in the direction
 * of the block, with the stop beyond it. Known at the close of the touching candle.
 *
 * A block that ends on that candle for another reason (`exhausted`, `expired`) still counts: it was alive when
 * it was touched. Of several blocks of one direction on one candle the strongest one speaks for all.
 */
export const orderBlockTouch = defineStrategy({
  name: NAME,
  settingsKey: "orderBlockTouch",
  help: "Trade the first return of price to a fresh order block",
  settings: settingsSchema,
  isDue: (view) => isFresh(view, "order-block", "touched"),
  evaluate: (view, settings, context) =>
    SIDES.flatMap((side) => signalOf(view, side, settings, context) ?? []),
});

function signalOf(
  view: TimeframeView,
  side: TradeSide,
  settings: OrderBlockTouchSettings,
  context: StrategyContext,
): Signal | undefined {
  const touch = strongestTouch(view, side, settings);
  if (touch === undefined) return undefined;
  const { touched, detected, overlap } = touch;
  const told = {
    story: touchStory(touch, view),
    evidence: evidenceOf(detected, touched, overlap?.gap),
    endsOn: [zoneEnd(touched)],
    features: touchFeatures(touch, view),
  };
  return plannedSignal(NAME, view, planOf(touch, settings), told, context);
}

/** Of those that can be traded; of equal ones the latest block. */
function strongestTouch(
  view: TimeframeView,
  side: TradeSide,
  settings: OrderBlockTouchSettings,
): BlockTouch | undefined {
  return touchedBlocks(view, side)
    .map((block) => touchOf(view, block, side, settings.minGapPercent))
    .filter((touch) => isStopBehind(planOf(touch, settings)))
    .reduce<BlockTouch | undefined>(
      (best, touch) => (best === undefined || strengthOf(touch) > strengthOf(best) ? touch : best),
      undefined,
    );
}

/** Blocks touched for the first time and not invalidated, latest first. */
function touchedBlocks(view: TimeframeView, side: TradeSide): readonly Zone[] {
  const ofBlocks = view.fresh("order-block");
  const invalidated = new Set(ofBlocks.filter(({ event }) => event === "invalidated").map(({ id }) => id));
  return ofBlocks
    .filter(isZone)
    .filter((block) => block.event === "touched" && block.number === 1 && block.bias === side.bias)
    .filter((block) => !invalidated.has(block.id))
    .sort((left, right) => right.openTime - left.openTime);
}

function planOf({ side, touched, close, overlap }: BlockTouch, settings: OrderBlockTouchSettings): Plan {
  const { entryType, stopBeyondPercent, targetPercents } = settings;
  const { sign } = side;
  const entry = entryType === "limit" ? nearEdge(touched, side) : close;
  return {
    side,
    entryType,
    entry,
    stop: farEdge(touched, side) * (1 - (sign * stopBeyondPercent) / 100),
    targets: targetPercents.toSorted((a, b) => a - b).map((away) => entry * (1 + (sign * away) / 100)),
    pools: [],
    zone: touched,
    overlap: overlap?.gap,
  };
}

/** A stop that would not lie on the losing side of the entry makes no trade. */
function isStopBehind({ side, entry, stop }: Plan): boolean {
  return isAhead(entry, stop, side);
}
