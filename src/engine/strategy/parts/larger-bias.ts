import type { Timeframe } from "../../candles/timeframe.ts";
import { higherTimeframe } from "../../model/higher-timeframe.ts";
import type { TimeframeView } from "../contract.ts";
import { lastBreak, SETUP_LAYER, type Structure } from "./reading.ts";

/** Layer of wide swings: the larger picture of a chart that has no higher timeframe beside it. */
const WIDE_LAYER = "swing";

/** Where the larger picture points: the last break of structure there, if there was one yet. */
export interface LargerBias {
  readonly timeframe: Timeframe;
  /** Read from the wide swings of the setup's own timeframe, because no higher one knows more. */
  readonly isOwn: boolean;
  readonly structure: Structure | undefined;
}

/** Structure of the higher timeframe when it is watched and has broken anything, otherwise of the wide swings here. */
export function largerBias(view: TimeframeView): LargerBias {
  const { timeframe } = view.series;
  const higher = higherTimeframe(timeframe);
  const above = higher === undefined ? undefined : view.timeframe?.(higher);
  const structure = above && lastBreak(above, () => true, SETUP_LAYER);
  if (higher !== undefined && structure !== undefined) return { timeframe: higher, isOwn: false, structure };
  return { timeframe, isOwn: true, structure: lastBreak(view, () => true, WIDE_LAYER) };
}
