import type { Timeframe } from "../candles/timeframe.ts";
import type { Detection } from "../detect/detection.ts";
import type { ScorePart } from "../signal.ts";
import type { TimeframeView } from "./contract.ts";
import { scorePart } from "./signal-score.ts";
import type { Zone } from "./zone.ts";

const HOUR_MS = 3_600_000;

/** The first touch of an order block with what stands around it. */
export interface BlockTouch {
  readonly touched: Zone;
  /** The block's own detection; unset when the touch was also its end. */
  readonly detected: Detection | undefined;
  /** Of the touching candle. */
  readonly close: number;
  /** The largest gap of the same direction that overlaps the block and is large enough. */
  readonly overlap: { readonly gap: Zone; readonly percent: number } | undefined;
}

/**
 * What makes one touch better than another, 100 points in all: the touch itself 40, an overlapping gap 20, a
 * kill zone 15, a block that broke structure 15, a close that already left the block again 10.
 */
export function touchParts(
  touch: BlockTouch,
  timeframe: Timeframe,
  session: string | undefined,
): readonly ScorePart[] {
  const { top, bottom } = touch.touched;
  const { overlap } = touch;
  return [
    scorePart("order-block-touch", 40, { key: "reason-order-block-touch", args: { top, bottom, timeframe } }),
    scorePart(
      "gap-overlap",
      20,
      overlap && {
        key: "reason-gap-overlap",
        args: { top: overlap.gap.top, bottom: overlap.gap.bottom, percent: overlap.percent },
      },
    ),
    scorePart(
      "kill-zone",
      15,
      session === undefined ? undefined : { key: "reason-kill-zone", args: { name: session } },
    ),
    scorePart("structure-break", 15, brokeStructure(touch) ? { key: "reason-structure-break" } : undefined),
    scorePart(
      "rejection",
      10,
      isRejected(touch) ? { key: "reason-rejection", args: { close: touch.close } } : undefined,
    ),
  ];
}

function brokeStructure({ touched, detected }: BlockTouch): boolean {
  return (touched.origins ?? detected?.origins ?? []).includes("structure-break");
}

/** The touching candle closed outside of the block again, on the side it came from. */
function isRejected({ touched, close }: BlockTouch): boolean {
  return touched.bias === "bullish" ? close > touched.top : close < touched.bottom;
}

/** What was known at the close as plain numbers. Percent are of the close; ATR ones are left out without ATR. */
export function touchFeatures(
  touch: BlockTouch,
  view: TimeframeView,
  prices: { readonly entry: number; readonly stop: number },
): Readonly<Record<string, number>> {
  const { touched, close, overlap } = touch;
  const { series, atr, session } = view;
  const newest = series.length - 1;
  const height = touched.top - touched.bottom;
  const stopDistance = Math.abs(prices.entry - prices.stop);
  const inAtr =
    atr === undefined || atr <= 0
      ? {}
      : { blockHeightAtr: height / atr, stopDistanceAtr: stopDistance / atr };
  return {
    blockHeightPercent: (100 * height) / close,
    blockAgeCandles: newest - touched.index,
    depthPercent: touched.depthPercent ?? 0,
    gapPercent: overlap?.percent ?? 0,
    stopDistancePercent: (100 * stopDistance) / prices.entry,
    closeInCandle: closePosition(view),
    inKillZone: session === undefined ? 0 : 1,
    structureBreak: brokeStructure(touch) ? 1 : 0,
    rejection: isRejected(touch) ? 1 : 0,
    hourUtc: Math.floor(series.openTime(newest) / HOUR_MS) % 24,
    ...inAtr,
  };
}

/** Where the newest candle closed between its low (0) and high (1); 0.5 for a candle without a range. */
function closePosition({ series }: TimeframeView): number {
  const newest = series.length - 1;
  const range = series.high(newest) - series.low(newest);
  return range > 0 ? (series.close(newest) - series.low(newest)) / range : 0.5;
}
