import type { Candle } from "../engine/candles/candle.ts";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import { MarketModel } from "../engine/model/market-model.ts";
import type { Settings } from "../engine/settings/settings.ts";
import type { TimeframeView } from "../engine/strategy/contract.ts";
import type { DeskContext } from "./desk-context.ts";

/** What the engine knows of one timeframe after these candles; nothing is judged. */
export function warmView(
  { timeZones }: Pick<DeskContext, "timeZones">,
  { detectors }: Pick<Settings, "detectors">,
  symbol: string,
  timeframe: Timeframe,
  candles: readonly Candle[],
): TimeframeView {
  const model = new MarketModel({
    symbol,
    baseTimeframe: timeframe,
    timeframes: [timeframe],
    settings: detectors,
    strategies: [],
    keep: candles.length,
    timeZones,
  });
  model.warmUpFrom(new Map(), candles);
  return model.view(timeframe);
}
