import type { Bias } from "../../src/engine/detect/detection.ts";
import {
  at,
  BIASES,
  body,
  bodyBottom,
  bodyTop,
  type Candles,
  isDown,
  isUp,
  range,
  realSpan,
  type Span,
  seenAs,
  span,
  twoDecimals,
} from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import type { StructureBreak } from "./market-structure.ts";
import type { OracleSettings } from "./options.ts";

export type BlockOrigin = "strong-candle" | "structure-break";

export interface OrderBlock {
  readonly bias: Bias;
  readonly index: number;
  readonly knownIndex: number;
  readonly origins: readonly BlockOrigin[];
  /** Prices of the real series. */
  readonly zone: Span;
  readonly life: readonly BlockEvent[];
}

interface BlockEvent {
  readonly event: "touched" | "exhausted" | "invalidated" | "expired";
  readonly knownIndex: number;
  readonly number?: number;
  readonly depthPercent?: number;
}

/** Section 4, both directions. */
export function orderBlocks(
  candles: Candles,
  breaks: readonly StructureBreak[],
  settings: OracleSettings,
): OrderBlock[] {
  return BIASES.flatMap((bias) => {
    const view = seenAs(bias, candles);
    const internal = breaks.filter((found) => found.layer === "internal" && found.bias === bias);
    const named = new Set<number>();
    return span(0, candles.length - 1).flatMap((i) =>
      namings(view, i, internal, settings)
        .filter(({ index }) => !named.has(index))
        .map(({ index, origins }) => {
          named.add(index);
          const zone = blockZone(view, index, settings);
          const life = blockLife(view, zone, i, settings);
          return { bias, index, knownIndex: i, origins, zone: realSpan(bias, zone), life };
        }),
    );
  });
}

/** The candles that the close of `i` names as bullish blocks, each with its origins. */
function namings(
  candles: Candles,
  i: number,
  upBreaks: readonly StructureBreak[],
  { orderBlock }: OracleSettings,
): { index: number; origins: BlockOrigin[] }[] {
  const strong = orderBlock.strongCandle && isStrongAfterDown(candles, i, orderBlock) ? i - 1 : undefined;
  const hasBreak = upBreaks.some((found) => found.knownIndex === i);
  const lastDown = span(Math.max(0, i - 10), i - 1).findLast((k) => isDown(at(candles, k)));
  const broke = orderBlock.structureBreak && hasBreak ? lastDown : undefined;
  return [...new Set([strong, broke])]
    .filter((index) => index !== undefined)
    .map((index) => ({
      index,
      origins: [
        ...(index === strong ? (["strong-candle"] as const) : []),
        ...(index === broke ? (["structure-break"] as const) : []),
      ],
    }));
}

// strong-candle: range > 0, body strictly > minBodyRatio x range, candle i-1 of the opposite direction.
function isStrongAfterDown(
  candles: Candles,
  i: number,
  { minBodyRatio }: OracleSettings["orderBlock"],
): boolean {
  if (i < 1) return false;
  const candle = at(candles, i);
  return (
    range(candle) > 0 &&
    body(candle) > minBodyRatio * range(candle) &&
    isUp(candle) &&
    isDown(at(candles, i - 1))
  );
}

function blockZone(candles: Candles, index: number, { orderBlock }: OracleSettings): Span {
  const candle = at(candles, index);
  if (orderBlock.zone === "range") return { top: candle.high, bottom: candle.low };
  return { top: bodyTop(candle), bottom: bodyBottom(candle) };
}

/** Life of a bullish block; the first end is the only one. */
function blockLife(
  candles: Candles,
  { top, bottom }: Span,
  knownIndex: number,
  { orderBlock }: OracleSettings,
): BlockEvent[] {
  const life: BlockEvent[] = [];
  let touches = 0;
  let lastTouch: number | undefined;
  for (let j = knownIndex + 1; j < candles.length; j += 1) {
    const candle = at(candles, j);
    // Some k < j after the last touch (for the first: k >= knownIndex) had L[k] > top.
    const outsideSince = lastTouch === undefined ? knownIndex : lastTouch + 1;
    const wasOutside = span(outsideSince, j - 1).some((k) => at(candles, k).low > top);
    if (candle.low <= top && wasOutside) {
      touches += 1;
      lastTouch = j;
      const depthPercent = twoDecimals((100 * (top - candle.low)) / (top - bottom));
      life.push({ event: "touched", knownIndex: j, number: touches, depthPercent });
      if (touches === orderBlock.maxTouches) return [...life, { event: "exhausted", knownIndex: j }];
    }
    const tested = orderBlock.invalidateOn === "close" ? candle.close : candle.low;
    if (tested < bottom) return [...life, { event: "invalidated", knownIndex: j }];
    if (j - knownIndex >= orderBlock.maxAge) return [...life, { event: "expired", knownIndex: j }];
  }
  return life;
}

export function orderBlockDrafts(candles: Candles, blocks: readonly OrderBlock[]): Draft[] {
  return blocks.flatMap(({ bias, index, knownIndex, origins, zone, life }) => {
    const own = {
      kind: "order-block",
      thing: `${at(candles, index).openTime}`,
      bias,
      index,
      ...zone,
    } as const;
    return [
      { step: 5, ...own, event: "detected", knownIndex, origins },
      ...life.map((happened) => ({ step: 3, ...own, ...happened }) as const),
    ];
  });
}
