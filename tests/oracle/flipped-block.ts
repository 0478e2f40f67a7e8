import type { Bias } from "../../src/engine/detect/detection.ts";
import { at, type Candles, opposite, realSpan, type Span, seenAs } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import type { Pool } from "./liquidity-pool.ts";
import type { OrderBlock } from "./order-block.ts";

/**
 * Section 5: an invalidated order block flips. It is a breaker when a pool on the far side (bullish block:
 * buy-side), known at or before the block, was swept or broken in (index, j]; else a mitigation block.
 */
export function flippedBlockDrafts(
  candles: Candles,
  blocks: readonly OrderBlock[],
  pools: readonly Pool[],
  maxAge: number,
): Draft[] {
  return blocks.flatMap((block) => {
    const failed = block.life.find((happened) => happened.event === "invalidated");
    if (failed === undefined) return [];
    const j = failed.knownIndex;
    const bias = opposite(block.bias);
    const own = {
      kind: tookLiquidity(block, pools, j) ? "breaker-block" : "mitigation-block",
      thing: `${at(candles, block.index).openTime}`,
      bias,
      index: block.index,
      ...block.zone,
    } as const;
    return [
      { step: 5, ...own, event: "detected", knownIndex: j },
      ...retestLife(candles, bias, block.zone, j, maxAge).map(
        (happened) => ({ step: 3, ...own, ...happened }) as const,
      ),
    ];
  });
}

function tookLiquidity(block: OrderBlock, pools: readonly Pool[], j: number): boolean {
  const side = block.bias === "bullish" ? "high" : "low";
  return pools.some(
    ({ side: poolSide, knownIndex, end }) =>
      poolSide === side &&
      knownIndex <= block.knownIndex &&
      end !== undefined &&
      end.event !== "expired" &&
      end.knownIndex > block.index &&
      end.knownIndex <= j,
  );
}

export interface RetestEvent {
  readonly event: "retested" | "invalidated" | "expired";
  readonly knownIndex: number;
}

/**
 * Life of a flipped zone (sections 5 and 6), written as for the bullish one: `retested` at the first later
 * candle with L <= top, once and without leaving first; `invalidated` at C < bottom; `expired` at `maxAge`.
 */
export function retestLife(
  candles: Candles,
  bias: Bias,
  realZone: Span,
  knownIndex: number,
  maxAge: number,
): RetestEvent[] {
  const view = seenAs(bias, candles);
  const { top, bottom } = realSpan(bias, realZone);
  const life: RetestEvent[] = [];
  for (let j = knownIndex + 1; j < view.length; j += 1) {
    const candle = at(view, j);
    if (candle.low <= top && life.length === 0) life.push({ event: "retested", knownIndex: j });
    if (candle.close < bottom) return [...life, { event: "invalidated", knownIndex: j }];
    if (j - knownIndex >= maxAge) return [...life, { event: "expired", knownIndex: j }];
  }
  return life;
}
