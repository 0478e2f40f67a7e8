import type { Bias } from "../../src/engine/detect/detection.ts";
import { at, BIASES, type Candles, isDoji, isDown, realPrice, seenAs } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";

export interface ChangeInDelivery {
  readonly bias: Bias;
  readonly index: number;
  readonly knownIndex: number;
  readonly level: number;
}

interface Run {
  readonly first: number;
  low: number;
}

/** Section 12, CISD. */
export function changesInDelivery(candles: Candles): ChangeInDelivery[] {
  return BIASES.flatMap((bias) =>
    bullishChanges(seenAs(bias, candles)).map((found) => ({
      ...found,
      bias,
      level: realPrice(bias, found.level),
    })),
  );
}

function bullishChanges(candles: Candles): Omit<ChangeInDelivery, "bias">[] {
  const found: Omit<ChangeInDelivery, "bias">[] = [];
  let run: Run | undefined;
  let candidate: Run | undefined;
  candles.forEach((candle, j) => {
    // A run starts with a down candle and goes on until an up candle; dojis do not break it.
    const isRunning = isDown(candle) || (isDoji(candle) && run !== undefined);
    const continuesCandidate = isRunning && run !== undefined && run === candidate;
    if (candidate !== undefined && !continuesCandidate) {
      const level = at(candles, candidate.first).open;
      if (candle.low < candidate.low) {
        candidate = undefined;
      } else if (candle.close > level) {
        found.push({ index: candidate.first, knownIndex: j, level });
        candidate = undefined;
      }
    }
    if (!isRunning) {
      run = undefined;
      return;
    }
    run ??= { first: j, low: candle.low };
    run.low = Math.min(run.low, candle.low);
    // The side's only candidate when there is none or when the run's low is below the candidate's.
    if (candidate === undefined || run.low < candidate.low) candidate = run;
  });
  return found;
}

export function changeInDeliveryDrafts(candles: Candles, changes: readonly ChangeInDelivery[]): Draft[] {
  return changes.map((change) => ({
    step: 5,
    kind: "change-in-delivery",
    event: "detected",
    thing: `${change.bias}:${at(candles, change.index).openTime}`,
    ...change,
  }));
}
