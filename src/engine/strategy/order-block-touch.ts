import { z } from "zod";
import { timeframeMs } from "../candles/timeframe.ts";
import type { Bias } from "../detect/detection.ts";
import type { Direction, Signal } from "../signal.ts";
import { defineStrategy, type StrategyContext, type TimeframeView } from "./contract.ts";
import { type BlockTouch, touchFeatures, touchParts } from "./order-block-touch-score.ts";
import { switchSettings } from "./parts/plan-settings.ts";
import { isFresh } from "./parts/reading.ts";
import { gradeOf, scoreOf } from "./signal-score.ts";
import { isZone, overlaps, type Zone } from "./zone.ts";

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
 * it was touched. Of several blocks of one direction on one candle the best one speaks for all.
 */
export const orderBlockTouch = defineStrategy({
  name: NAME,
  settingsKey: "orderBlockTouch",
  help: "Trade the first return of price to a fresh order block",
  settings: settingsSchema,
  isDue: (view) => isFresh(view, "order-block", "touched"),
  evaluate: (view, settings, context) =>
    (["bullish", "bearish"] as const).flatMap((bias) => bestSignal(view, bias, settings, context) ?? []),
});

function bestSignal(
  view: TimeframeView,
  bias: Bias,
  settings: OrderBlockTouchSettings,
  context: StrategyContext,
): Signal | undefined {
  const signals = touchedBlocks(view, bias).flatMap(
    (block) => signalOf(view, touchOf(view, block, settings), settings, context) ?? [],
  );
  // Blocks come latest first, so of equal scores the freshest block stays in front.
  return signals.reduce<Signal | undefined>(
    (best, signal) => (best === undefined || signal.score > best.score ? signal : best),
    undefined,
  );
}

/** Blocks touched for the first time and not invalidated, latest first. */
function touchedBlocks(view: TimeframeView, bias: Bias): readonly Zone[] {
  const ofBlocks = view.fresh.filter(({ kind }) => kind === "order-block");
  const invalidated = new Set(ofBlocks.filter(({ event }) => event === "invalidated").map(({ id }) => id));
  return ofBlocks
    .filter(isZone)
    .filter((block) => block.event === "touched" && block.number === 1 && block.bias === bias)
    .filter((block) => !invalidated.has(block.id))
    .sort((left, right) => right.openTime - left.openTime);
}

function touchOf(view: TimeframeView, touched: Zone, settings: OrderBlockTouchSettings): BlockTouch {
  const close = view.series.close(view.series.length - 1);
  const detected = view.zones("order-block").find(({ id }) => id === touched.id);
  const gaps = view
    .zones("fair-value-gap")
    .filter(isZone)
    .filter((gap) => gap.bias === touched.bias && overlaps(gap, touched))
    .map((gap) => ({ gap, percent: gapPercent(gap, close) }))
    .filter(({ percent }) => percent >= settings.minGapPercent)
    .sort((left, right) => right.percent - left.percent);
  return { touched, detected, close, overlap: gaps[0] };
}

/** As the gap's detector measured it, otherwise in percent of the newest close. */
function gapPercent(gap: Zone, close: number): number {
  const measured = gap.facts?.sizePercent;
  return typeof measured === "number" ? measured : (100 * (gap.top - gap.bottom)) / Math.abs(close);
}

interface Prices {
  readonly entry: number;
  readonly stop: number;
  readonly targets: readonly number[];
}

function pricesOf({ touched, close }: BlockTouch, settings: OrderBlockTouchSettings): Prices {
  const isLong = touched.bias === "bullish";
  const sign = isLong ? 1 : -1;
  const [near, far] = isLong ? [touched.top, touched.bottom] : [touched.bottom, touched.top];
  const entry = settings.entryType === "limit" ? near : close;
  return {
    entry,
    stop: far * (1 - (sign * settings.stopBeyondPercent) / 100),
    targets: settings.targetPercents
      .toSorted((a, b) => a - b)
      .map((away) => entry * (1 + (sign * away) / 100)),
  };
}

/** Unset when the stop would not lie on the losing side of the entry. */
function signalOf(
  view: TimeframeView,
  touch: BlockTouch,
  settings: OrderBlockTouchSettings,
  context: StrategyContext,
): Signal | undefined {
  const { symbol, series, session } = view;
  const prices = pricesOf(touch, settings);
  const direction: Direction = touch.touched.bias === "bullish" ? "long" : "short";
  const isStopBehind = direction === "long" ? prices.stop < prices.entry : prices.stop > prices.entry;
  if (!isStopBehind) return undefined;
  const { timeframe } = series;
  const knownAt = series.openTime(series.length - 1) + timeframeMs(timeframe);
  const parts = touchParts(touch, timeframe, session);
  const score = scoreOf(parts);
  return {
    id: `${symbol}|${timeframe}|${NAME}|${direction}|${knownAt}`,
    symbol,
    timeframe,
    strategy: NAME,
    direction,
    knownAt,
    expiresAt: knownAt + context.expireAfterCandles * timeframeMs(timeframe),
    entryType: settings.entryType,
    ...prices,
    score,
    grade: gradeOf(score),
    parts,
    reasons: parts.filter(({ points }) => points > 0).map(({ why }) => why),
    endsOn: [{ kind: "block-invalidated", top: touch.touched.top, bottom: touch.touched.bottom }],
    evidence: [touch.detected ?? [], touch.touched, touch.overlap?.gap ?? []].flat(),
    ...(session === undefined ? {} : { session }),
    features: touchFeatures(touch, view, prices),
  };
}
