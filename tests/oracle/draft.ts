import type { Timeframe } from "../../src/engine/candles/timeframe.ts";
import { timeframeMs } from "../../src/engine/candles/timeframe.ts";
import { DETECTION_KINDS, type Detection } from "../../src/engine/detect/detection.ts";
import { at, type Candles } from "./candle-shape.ts";

/**
 * Section 0, order within one candle: 1 sessions, previous ranges and the pools they make; 2 swings confirmed
 * now; 3 life of existing pools, zones and levels; 4 market structure; 5 everything new.
 */
export type Step = 1 | 2 | 3 | 4 | 5;

/** A detection before it has times and an id. `thing` names what it belongs to, unique within its kind. */
export interface Draft extends Omit<Detection, "id" | "openTime" | "knownAt"> {
  readonly step: Step;
  readonly thing: string;
  /** When all of section 0 leaves a tie, the older thing goes first: its index, then when it became known. */
  readonly age?: readonly [index: number, knownIndex: number];
}

/** Sorted by `knownIndex`, then section 0: step, kind, `index`, bullish or high first; else as drafted. */
export function inOrder(drafts: readonly Draft[]): Draft[] {
  return [...drafts].sort(
    (a, b) =>
      a.knownIndex - b.knownIndex ||
      a.step - b.step ||
      DETECTION_KINDS.indexOf(a.kind) - DETECTION_KINDS.indexOf(b.kind) ||
      a.index - b.index ||
      sideRank(a) - sideRank(b) ||
      (a.age?.[0] ?? 0) - (b.age?.[0] ?? 0) ||
      (a.age?.[1] ?? 0) - (b.age?.[1] ?? 0),
  );
}

/** A swept high is a bearish sweep; its side decides before its bias. */
function sideRank(draft: Draft): number {
  if (draft.side !== undefined) return draft.side === "high" ? 0 : 1;
  return draft.bias === "bearish" ? 1 : 0;
}

export function asDetection(draft: Draft, candles: Candles, timeframe: Timeframe): Detection {
  const { step: _step, thing, age: _age, ...facts } = draft;
  return {
    ...facts,
    id: `${draft.kind}:${thing}`,
    openTime: at(candles, draft.index).openTime,
    knownAt: at(candles, draft.knownIndex).openTime + timeframeMs(timeframe),
  };
}
