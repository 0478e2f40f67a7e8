import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { levelsOf } from "../engine/model/levels.ts";
import type { LevelsReport } from "../engine/ports/control.ts";
import type { DeskContext } from "./desk-context.ts";
import { storedCandles } from "./stored-candles.ts";
import { warmView } from "./warm-view.ts";

/** What is alive around the last price of a symbol, from its stored candles. Unset when there are none. */
export async function symbolLevels(
  context: DeskContext,
  symbol: string,
  timeframe: Timeframe,
): Promise<LevelsReport | undefined> {
  const [{ settings }, candles, last] = await Promise.all([
    context.settings.current(),
    storedCandles(context, symbol, timeframe),
    context.candles.price(symbol),
  ]);
  const newest = candles.at(-1);
  if (newest === undefined) return undefined;
  const view = warmView(context, settings, symbol, timeframe, candles);
  return {
    symbol,
    timeframe,
    knownAt: newest.openTime + timeframeMs(timeframe),
    snapshot: levelsOf(view, last?.price ?? newest.close),
  };
}
