import { at, type Candles } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import type { Swing } from "./swing.ts";

/**
 * Section 9: last confirmed low and high of the `swing` layer; `updated` at the first close inside the range
 * after either changed, the candle of the confirmation included.
 */
export function dealingRangeDrafts(candles: Candles, all: readonly Swing[]): Draft[] {
  const own = all.filter((swing) => swing.layer === "swing");
  const drafts: Draft[] = [];
  let high: Swing | undefined;
  let low: Swing | undefined;
  let changed = false;
  candles.forEach((candle, i) => {
    const newHigh = own.find((swing) => swing.side === "high" && swing.knownIndex === i);
    const newLow = own.find((swing) => swing.side === "low" && swing.knownIndex === i);
    high = newHigh ?? high;
    low = newLow ?? low;
    changed ||= newHigh !== undefined || newLow !== undefined;
    if (!changed || high === undefined || low === undefined) return;
    if (candle.close < low.level || candle.close > high.level) return;
    changed = false;
    drafts.push({
      step: 5,
      kind: "dealing-range",
      event: "updated",
      thing: `${at(candles, high.index).openTime}:${at(candles, low.index).openTime}`,
      index: Math.max(high.index, low.index),
      knownIndex: i,
      top: high.level,
      bottom: low.level,
    });
  });
  return drafts;
}
