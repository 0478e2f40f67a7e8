import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { levelsOf } from "../engine/model/levels.ts";
import { MarketModel } from "../engine/model/market-model.ts";
import type { LevelsReport } from "../engine/ports/control.ts";
import type { DeskContext } from "./desk-context.ts";

const READ_CANDLES = 1000;

/** What is alive around the last price of a symbol, from its stored candles. Unset when there are none. */
export async function symbolLevels(
  context: DeskContext,
  symbol: string,
  timeframe: Timeframe,
): Promise<LevelsReport | undefined> {
  const [{ settings }, candles, last] = await Promise.all([
    context.settings.current(),
    context.candles.newest(symbol, timeframe, READ_CANDLES),
    context.candles.price(symbol),
  ]);
  const newest = candles.at(-1);
  if (newest === undefined) return undefined;
  const model = new MarketModel({
    symbol,
    baseTimeframe: timeframe,
    timeframes: [timeframe],
    settings: settings.detectors,
    strategies: [],
    keep: READ_CANDLES,
    timeZones: context.timeZones,
  });
  for (const candle of candles) model.warmUp(candle);
  return {
    symbol,
    timeframe,
    knownAt: newest.openTime + timeframeMs(timeframe),
    snapshot: levelsOf(model.view(timeframe), last?.price ?? newest.close),
  };
}
