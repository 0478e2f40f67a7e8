import type { Bias, DetectionKind } from "../../src/engine/detect/detection.ts";
import {
  at,
  BIASES,
  bodyBottom,
  bodyTop,
  type Candles,
  realSpan,
  type Span,
  seenAs,
  span,
} from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import { type FairValueGap, filledTo } from "./fair-value-gap.ts";
import type { OracleSettings } from "./options.ts";

interface SmallGap {
  readonly kind: DetectionKind;
  readonly thing: string;
  readonly bias: Bias;
  readonly index: number;
  readonly knownIndex: number;
  /** Prices of the real series. */
  readonly zone: Span;
}

/** Section 6, "these three": touched and filled as a gap, filled ends them, expired at `maxAge`. */
function draftsOf(candles: Candles, gap: SmallGap, maxAge: number): Draft[] {
  const { kind, thing, bias, index, knownIndex, zone } = gap;
  const own = { kind, thing, bias, index, ...zone };
  const drafts: Draft[] = [{ step: 5, ...own, event: "detected", knownIndex }];
  const view = seenAs(bias, candles);
  const { top, bottom } = realSpan(bias, zone);
  let touched = false;
  let lowest = at(view, knownIndex).low;
  for (let j = knownIndex + 1; j < view.length; j += 1) {
    const { low } = at(view, j);
    lowest = Math.min(lowest, low);
    const filledPercent = filledTo(lowest, { top, bottom });
    const happened = { step: 3, ...own, knownIndex: j, filledPercent } as const;
    if (low <= top && !touched) drafts.push({ ...happened, event: "touched" });
    touched ||= low <= top;
    if (low <= bottom) return [...drafts, { ...happened, event: "filled" }];
    if (j - knownIndex >= maxAge) return [...drafts, { ...happened, event: "expired" }];
  }
  return drafts;
}

/**
 * A new gap that overlaps an opposite gap known at most 20 candles earlier and not inverted; one for each
 * overlapped gap. An inversion on the new gap's own candle happened before it (section 0: life before new).
 */
export function balancedPriceRangeDrafts(
  candles: Candles,
  gaps: readonly FairValueGap[],
  settings: OracleSettings,
): Draft[] {
  const { maxApart, maxAge } = settings.balancedPriceRange;
  return gaps.flatMap((later) =>
    gaps
      .filter((earlier) => earlier.bias !== later.bias)
      .filter((earlier) => earlier.knownIndex < later.knownIndex)
      .filter((earlier) => later.knownIndex - earlier.knownIndex <= maxApart)
      .filter(({ invertedAt }) => invertedAt === undefined || invertedAt > later.knownIndex)
      .flatMap((earlier) => {
        const zone = {
          top: Math.min(earlier.zone.top, later.zone.top),
          bottom: Math.max(earlier.zone.bottom, later.zone.bottom),
        };
        if (!(zone.top > zone.bottom)) return [];
        const thing = `${at(candles, later.index).openTime}:${at(candles, earlier.index).openTime}`;
        const { bias, index, knownIndex } = later;
        return draftsOf(
          candles,
          { kind: "balanced-price-range", thing, bias, index, knownIndex, zone },
          maxAge,
        ).map((draft): Draft => ({ ...draft, age: [earlier.index, earlier.knownIndex] }));
      }),
  );
}

/** Bullish: min(O,C)[i] > max(O,C)[i-1] and L[i] <= H[i-1]; zone between the bodies. */
export function volumeImbalanceDrafts(candles: Candles, settings: OracleSettings): Draft[] {
  return BIASES.flatMap((bias) => {
    const view = seenAs(bias, candles);
    return span(1, view.length - 1)
      .filter((i) => bodyBottom(at(view, i)) > bodyTop(at(view, i - 1)))
      .filter((i) => at(view, i).low <= at(view, i - 1).high)
      .flatMap((i) => {
        const zone = { top: bodyBottom(at(view, i)), bottom: bodyTop(at(view, i - 1)) };
        const gap = pairGap(candles, "volume-imbalance", bias, i, zone);
        return draftsOf(candles, gap, settings.volumeImbalance.maxAge);
      });
  });
}

/** Bullish: L[i] > H[i-1], no trade between; zone [H[i-1], L[i]]. */
export function openingGapDrafts(candles: Candles, settings: OracleSettings): Draft[] {
  return BIASES.flatMap((bias) => {
    const view = seenAs(bias, candles);
    return span(1, view.length - 1)
      .filter((i) => at(view, i).low > at(view, i - 1).high)
      .flatMap((i) => {
        const zone = { top: at(view, i).low, bottom: at(view, i - 1).high };
        return draftsOf(candles, pairGap(candles, "opening-gap", bias, i, zone), settings.openingGap.maxAge);
      });
  });
}

function pairGap(candles: Candles, kind: DetectionKind, bias: Bias, i: number, view: Span): SmallGap {
  const thing = `${at(candles, i).openTime}`;
  return { kind, thing, bias, index: i, knownIndex: i, zone: realSpan(bias, view) };
}
