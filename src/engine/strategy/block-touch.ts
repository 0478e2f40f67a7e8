import type { Detection } from "../detect/detection.ts";
import type { Phrase } from "../signal.ts";
import type { TimeframeView } from "./contract.ts";
import { isFilled, newestIndex, zonesOver } from "./parts/reading.ts";
import { farEdge, isAhead, nearEdge, type TradeSide } from "./parts/side.ts";
import type { Zone } from "./zone.ts";

/** The first touch of an order block with what stands around it. */
export interface BlockTouch {
  readonly side: TradeSide;
  readonly touched: Zone;
  /** The block's own detection; unset when the touch was also its end. */
  readonly detected: Detection | undefined;
  /** Of the touching candle. */
  readonly close: number;
  /** The largest gap of the same direction that overlaps the block, is large enough and was not filled before. */
  readonly overlap: { readonly gap: Zone; readonly percent: number } | undefined;
}

/** Gaps below `minGapPercent` of price do not count. */
export function touchOf(
  view: TimeframeView,
  touched: Zone,
  side: TradeSide,
  minGapPercent: number,
): BlockTouch {
  const close = view.series.close(newestIndex(view));
  const detected = view.zones("order-block", touched).find(({ id }) => id === touched.id);
  const gaps = zonesOver(view, "fair-value-gap", touched, side)
    .filter((gap) => !isFilled(view, gap, side))
    .map((gap) => ({ gap, percent: gapPercent(gap, close) }))
    .filter(({ percent }) => percent >= minGapPercent)
    .sort((left, right) => right.percent - left.percent);
  return { side, touched, detected, close, overlap: gaps[0] };
}

/** As the gap's detector measured it, otherwise in percent of the newest close. */
function gapPercent(gap: Zone, close: number): number {
  const measured = gap.facts?.sizePercent;
  return typeof measured === "number" ? measured : (100 * (gap.top - gap.bottom)) / Math.abs(close);
}

/**
 * Which of several blocks of one candle speaks for its direction: a gap over the block counts more than a block that
 * broke structure, that more than a close that left the block again, and both together more than the gap.
 */
export function strengthOf(touch: BlockTouch): number {
  return (touch.overlap ? 4 : 0) + (brokeStructure(touch) ? 3 : 0) + (isRejected(touch) ? 2 : 0);
}

function brokeStructure({ touched, detected }: BlockTouch): boolean {
  return (touched.origins ?? detected?.origins ?? []).includes("structure-break");
}

/** The touching candle closed outside of the block again, on the side it came from. */
function isRejected({ side, touched, close }: BlockTouch): boolean {
  return isAhead(close, nearEdge(touched, side), side);
}

/** What happened, as far as it is not a part of the score. */
export function touchStory(touch: BlockTouch, { series }: TimeframeView): readonly Phrase[] {
  const { top, bottom } = touch.touched;
  const { timeframe } = series;
  return [
    { key: "reason-order-block-touch", args: { top, bottom, timeframe } },
    ...(brokeStructure(touch) ? [{ key: "reason-structure-break" }] : []),
    ...(isRejected(touch) ? [{ key: "reason-rejection", args: { close: touch.close } }] : []),
  ];
}

/** Numbers that only a touch knows; percent are of the close. */
export function touchFeatures(touch: BlockTouch, view: TimeframeView): Readonly<Record<string, number>> {
  const { side, touched, close, overlap } = touch;
  const height = side.sign * (nearEdge(touched, side) - farEdge(touched, side));
  return {
    blockHeightPercent: (100 * height) / close,
    depthPercent: touched.depthPercent ?? 0,
    gapPercent: overlap?.percent ?? 0,
    closeInCandle: closePosition(view),
    structureBreak: brokeStructure(touch) ? 1 : 0,
    rejection: isRejected(touch) ? 1 : 0,
  };
}

/** Where the newest candle closed between its low (0) and high (1); 0.5 for a candle without a range. */
function closePosition({ series }: TimeframeView): number {
  const newest = series.length - 1;
  const range = series.high(newest) - series.low(newest);
  return range > 0 ? (series.close(newest) - series.low(newest)) / range : 0.5;
}
