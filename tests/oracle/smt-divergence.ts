import type { Side } from "../../src/engine/detect/detection.ts";
import { at, type Candles, SIDES } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import type { LayerOption } from "./options.ts";
import { layerSwings, type Swing } from "./swing.ts";

/**
 * Section 12, SMT divergence. Both series are reduced to the open times they share; swings, distances and
 * confirmations are those of the reduced series, indices those of the first series.
 */
export function smtDivergenceDrafts(
  candles: Candles,
  other: Candles,
  layer: LayerOption,
  inverse: boolean,
): Draft[] {
  const otherTimes = new Set(other.map((candle) => candle.openTime));
  const sharedIndexes = [...candles.keys()].filter((i) => otherTimes.has(at(candles, i).openTime));
  const ownTimes = new Set(candles.map((candle) => candle.openTime));
  const mine = layerSwings(
    sharedIndexes.map((i) => at(candles, i)),
    layer,
  );
  const theirs = layerSwings(
    other.filter((candle) => ownTimes.has(candle.openTime)),
    layer,
  );
  return SIDES.flatMap((side) => {
    const theirSide = inverse ? otherSide(side) : side;
    return divergencesAt(ofSide(mine, side), ofSide(theirs, theirSide), layer.right).map(
      ({ own, foreign }): Draft => {
        const index = at(sharedIndexes, own.index);
        const bias = side === "high" ? "bearish" : "bullish";
        const foreignTime = at(candles, at(sharedIndexes, foreign.index)).openTime;
        return {
          step: 5,
          kind: "smt-divergence",
          event: "detected",
          thing: `${bias}:${at(candles, index).openTime}:${foreignTime}`,
          bias,
          index,
          knownIndex: at(sharedIndexes, Math.max(own.knownIndex, foreign.knownIndex)),
          age: [foreign.index, foreign.knownIndex],
        };
      },
    );
  });
}

const otherSide = (side: Side): Side => (side === "high" ? "low" : "high");

function ofSide(all: readonly Swing[], side: Side): Swing[] {
  return all.filter((swing) => swing.side === side);
}

/** Pairs at most `right` candles apart where one goes further than its previous swing, the other does not. */
function divergencesAt(
  mine: readonly Swing[],
  theirs: readonly Swing[],
  right: number,
): { own: Swing; foreign: Swing }[] {
  return mine.slice(1).flatMap((own, k) =>
    theirs
      .slice(1)
      .map((foreign, f) => ({ foreign, before: at(theirs, f) }))
      .filter(({ foreign }) => Math.abs(own.index - foreign.index) <= right)
      .filter(({ foreign, before }) => goesFurther(own, at(mine, k)) !== goesFurther(foreign, before))
      .map(({ foreign }) => ({ own, foreign })),
  );
}

function goesFurther(swing: Swing, before: Swing): boolean {
  return swing.side === "high" ? swing.level > before.level : swing.level < before.level;
}
