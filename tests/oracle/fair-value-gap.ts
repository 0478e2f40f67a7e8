import type { Bias } from "../../src/engine/detect/detection.ts";
import {
  at,
  BIASES,
  type Candles,
  isUp,
  realSpan,
  type Span,
  seenAs,
  span,
  twoDecimals,
} from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import { retestLife } from "./flipped-block.ts";
import type { OracleSettings } from "./options.ts";

export interface FairValueGap {
  readonly bias: Bias;
  readonly index: number;
  readonly knownIndex: number;
  /** Prices of the real series. */
  readonly zone: Span;
  readonly facts: Readonly<Record<string, number | boolean>>;
  readonly life: readonly GapEvent[];
  readonly invertedAt: number | undefined;
}

export interface GapEvent {
  readonly event: "touched" | "half-filled" | "filled" | "inverted" | "expired";
  readonly knownIndex: number;
  readonly filledPercent: number;
}

/** Section 6, both directions. */
export function fairValueGaps(
  candles: Candles,
  atr: readonly (number | undefined)[],
  settings: OracleSettings,
): FairValueGap[] {
  return BIASES.flatMap((bias) => {
    const view = seenAs(bias, candles);
    return span(2, view.length - 1)
      .filter((i) => at(view, i).low > at(view, i - 2).high)
      .map((i) => ({ i, zone: { top: at(view, i).low, bottom: at(view, i - 2).high } }))
      .filter(({ i, zone }) => isLargeEnough(zone, at(view, i).close, atr[i], settings))
      .map(({ i, zone }) => {
        const life = gapLife(view, zone, i, settings.fairValueGap.maxAge);
        return {
          bias,
          index: i - 1,
          knownIndex: i,
          zone: realSpan(bias, zone),
          facts: gapFacts(view, i, zone, atr[i]),
          life,
          invertedAt: life.find(({ event }) => event === "inverted")?.knownIndex,
        };
      });
  });
}

// 100 x (top-bottom)/|C[i]| >= minGapPercent; a minGapAtr of 0 needs no ATR, any other is silent without.
function isLargeEnough(
  { top, bottom }: Span,
  close: number,
  atr: number | undefined,
  { fairValueGap: { minGapPercent, minGapAtr } }: OracleSettings,
): boolean {
  if (minGapPercent > 0 && !((100 * (top - bottom)) / Math.abs(close) >= minGapPercent)) return false;
  return minGapAtr <= 0 || (atr !== undefined && top - bottom >= minGapAtr * atr);
}

function gapFacts(
  view: Candles,
  i: number,
  { top, bottom }: Span,
  atr: number | undefined,
): Record<string, number | boolean> {
  const middle = at(view, i - 1);
  return {
    sizePercent: (100 * (top - bottom)) / Math.abs(at(view, i).close),
    ...(atr === undefined ? {} : { sizeAtr: (top - bottom) / atr }),
    middleAgrees: isUp(middle),
    middleClosesBeyond: middle.close > bottom,
  };
}

/** Life of a bullish gap: each event at most once, in this order on one candle. */
function gapLife(view: Candles, { top, bottom }: Span, knownIndex: number, maxAge: number): GapEvent[] {
  const life: GapEvent[] = [];
  let lowest = at(view, knownIndex).low;
  for (let j = knownIndex + 1; j < view.length; j += 1) {
    const candle = at(view, j);
    lowest = Math.min(lowest, candle.low);
    const filledPercent = filledTo(lowest, { top, bottom });
    const note = (event: GapEvent["event"], happens: boolean): void => {
      const isNew = !life.some((earlier) => earlier.event === event);
      if (happens && isNew) life.push({ event, knownIndex: j, filledPercent });
    };
    note("touched", candle.low <= top);
    note("half-filled", candle.low <= (top + bottom) / 2);
    note("filled", candle.low <= bottom);
    note("inverted", candle.close < bottom);
    if (candle.close < bottom) return life;
    note("expired", j - knownIndex >= maxAge);
    if (j - knownIndex >= maxAge) return life;
  }
  return life;
}

/** 100 x (top - lowest L since knownIndex, this candle included)/(top-bottom), clipped, two decimals. */
export function filledTo(lowest: number, { top, bottom }: Span): number {
  const percent = (100 * (top - lowest)) / (top - bottom);
  return twoDecimals(Math.min(100, Math.max(0, percent)));
}

export function fairValueGapDrafts(candles: Candles, gaps: readonly FairValueGap[]): Draft[] {
  return gaps.flatMap(({ bias, index, knownIndex, zone, facts, life }) => {
    const own = {
      kind: "fair-value-gap",
      thing: `${at(candles, index).openTime}`,
      bias,
      index,
      ...zone,
    } as const;
    return [
      { step: 5, ...own, event: "detected", knownIndex, facts },
      ...life.map((happened) => ({ step: 3, ...own, ...happened }) as const),
    ];
  });
}

/** Section 6, inverse gap: born at the inversion with flipped polarity, same zone and the gap's `index`. */
export function inverseGapDrafts(candles: Candles, gaps: readonly FairValueGap[], maxAge: number): Draft[] {
  return gaps.flatMap(({ bias: gapBias, index, zone, invertedAt }) => {
    if (invertedAt === undefined) return [];
    const bias = gapBias === "bullish" ? "bearish" : "bullish";
    const own = {
      kind: "inverse-fair-value-gap",
      thing: `${at(candles, index).openTime}`,
      bias,
      index,
      ...zone,
    } as const;
    return [
      { step: 5, ...own, event: "detected", knownIndex: invertedAt },
      ...retestLife(candles, bias, zone, invertedAt, maxAge).map(
        (happened) => ({ step: 3, ...own, ...happened }) as const,
      ),
    ];
  });
}
