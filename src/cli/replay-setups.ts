import { bootConfigSchema } from "../config/boot-config.ts";
import { checked } from "../config/load-config.ts";
import type { Candle } from "../engine/candles/candle.ts";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import { contextTimeframes } from "../engine/model/higher-timeframe.ts";
import { MarketModel } from "../engine/model/market-model.ts";
import type { Settings } from "../engine/settings/settings.ts";
import type { Signal } from "../engine/signal.ts";
import { createStrategies, STRATEGY_NAMES, strategySettingsSchema } from "../engine/strategy/registry.ts";
import { candlesAt } from "../exchange/candles-at.ts";
import { readCandlesCsv } from "../exchange/csv-file.ts";
import { fileInstrument } from "../exchange/replay/file-instrument.ts";
import { type SetupResult, setupResults } from "./setup-results.ts";

export interface ReplaySetupsOptions {
  readonly file: string;
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** Live settings as a person writes them; every strategy is switched on whatever they say. */
  readonly settings: unknown;
}

/**
 * Judges a file with every strategy and follows each setup by itself to its first target or its stop. Strategies keep
 * no state and do not see each other, so the line of each is what it gives alone. Throws `DeskError` as `replayFile`.
 */
export async function replaySetups(options: ReplaySetupsOptions): Promise<readonly SetupResult[]> {
  const { file, symbol, timeframe } = options;
  const csv = await readCandlesCsv(file);
  const candles = candlesAt(timeframe, csv.candles, file);
  const { settings, paper } = checked("--settings", bootConfigSchema, { settings: options.settings });
  const costs = { ...fileInstrument(symbol, candles), slippagePercent: paper.slippagePercent };
  const signals = signalsOf(symbol, timeframe, candles, settings);
  return setupResults(STRATEGY_NAMES, signals, candles, costs);
}

function signalsOf(
  symbol: string,
  timeframe: Timeframe,
  candles: readonly Candle[],
  settings: Settings,
): readonly Signal[] {
  const model = new MarketModel({
    symbol,
    baseTimeframe: timeframe,
    timeframes: [timeframe],
    contextTimeframes: contextTimeframes([timeframe], timeframe),
    settings: settings.detectors,
    strategies: createStrategies({ ...settings, strategies: allSwitchedOn(settings) }),
  });
  return candles.flatMap((candle) => model.push(candle));
}

function allSwitchedOn({ strategies }: Settings): Settings["strategies"] {
  return strategySettingsSchema.parse(
    Object.fromEntries(Object.entries(strategies).map(([name, own]) => [name, { ...own, enabled: true }])),
  );
}
