import type { Candle } from "../../src/engine/candles/candle.ts";
import type { Timeframe } from "../../src/engine/candles/timeframe.ts";
import type { Detection } from "../../src/engine/detect/detection.ts";
import { averageTrueRange } from "./average-true-range.ts";
import type { Candles } from "./candle-shape.ts";
import { changeInDeliveryDrafts, changesInDelivery } from "./change-in-delivery.ts";
import { dealingRangeDrafts } from "./dealing-range.ts";
import { displacementDrafts } from "./displacement.ts";
import { asDetection, type Draft, inOrder } from "./draft.ts";
import { fairValueGapDrafts, fairValueGaps, inverseGapDrafts } from "./fair-value-gap.ts";
import { flippedBlockDrafts } from "./flipped-block.ts";
import { judasSwingDrafts } from "./judas-swing.ts";
import { clockPools, liquidity, liquidityDrafts } from "./liquidity-pool.ts";
import { breakDisplaces, structureBreaks, structureDrafts } from "./market-structure.ts";
import { newOpeningGapDrafts } from "./new-opening-gap.ts";
import { type OracleOptions, type OracleSettings, withDefaults } from "./options.ts";
import { orderBlockDrafts, orderBlocks } from "./order-block.ts";
import { completedPeriods, previousRangeDrafts } from "./previous-range.ts";
import { sessionDrafts, sessionsOf } from "./session.ts";
import { balancedPriceRangeDrafts, openingGapDrafts, volumeImbalanceDrafts } from "./small-gap.ts";
import { smtDivergenceDrafts } from "./smt-divergence.ts";
import { swingDrafts, swings } from "./swing.ts";

/**
 * Every detection that the written definitions give for a whole series, by brute force and without any code
 * of the engine. Ordered by `knownIndex`, then by section 0.
 */
export function oracleDetections(
  candles: readonly Candle[],
  timeframe: Timeframe,
  options: OracleOptions = {},
): Detection[] {
  const drafts = allDrafts(candles, withDefaults(options));
  return inOrder(drafts).map((draft) => asDetection(draft, candles, timeframe));
}

function allDrafts(candles: Candles, settings: OracleSettings): Draft[] {
  const atr = averageTrueRange(candles);
  const allSwings = swings(candles, settings);
  const internal = allSwings.filter((swing) => swing.layer === "internal");
  const periods = completedPeriods(candles, settings);
  const sessions = settings.windows.flatMap((window) => sessionsOf(candles, window));
  const clock = clockPools(candles, periods, sessions);
  const { pools, sweeps } = liquidity(candles, atr, internal, clock, settings);
  const breaks = structureBreaks(candles, allSwings, settings.breakOn);
  const blocks = orderBlocks(candles, breaks, settings);
  const gaps = fairValueGaps(candles, atr, settings);
  const changes = changesInDelivery(candles);
  const shifts = breaks.filter(
    (found) =>
      found.layer === "internal" && found.event === "choch" && breakDisplaces(candles, atr, found, settings),
  );
  return [
    ...swingDrafts(candles, allSwings),
    ...structureDrafts(candles, atr, breaks, sweeps, settings),
    ...displacementDrafts(candles, atr, settings),
    ...orderBlockDrafts(candles, blocks),
    ...flippedBlockDrafts(candles, blocks, pools, settings.flippedBlock.maxAge),
    ...fairValueGapDrafts(candles, gaps),
    ...inverseGapDrafts(candles, gaps, settings.inverseFairValueGap.maxAge),
    ...balancedPriceRangeDrafts(candles, gaps, settings),
    ...volumeImbalanceDrafts(candles, settings),
    ...openingGapDrafts(candles, settings),
    ...liquidityDrafts({ pools, sweeps }),
    ...dealingRangeDrafts(candles, allSwings),
    ...previousRangeDrafts(candles, periods),
    ...newOpeningGapDrafts(candles, settings),
    ...sessionDrafts(candles, sessions),
    ...changeInDeliveryDrafts(candles, changes),
    ...settings.judasSwing.flatMap((option) =>
      judasSwingDrafts(candles, pools, sweeps, [...shifts, ...changes], option),
    ),
    ...divergenceDrafts(candles, settings),
  ];
}

function divergenceDrafts(candles: Candles, settings: OracleSettings): Draft[] {
  const layer = settings.layers.find(({ name }) => name === "internal");
  if (settings.smtDivergence === undefined || layer === undefined) return [];
  const { other, inverse } = settings.smtDivergence;
  return smtDivergenceDrafts(candles, other, layer, inverse);
}
