import type { Candle } from "../../../src/engine/candles/candle.ts";
import type { Timeframe } from "../../../src/engine/candles/timeframe.ts";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { contextTimeframes } from "../../../src/engine/model/higher-timeframe.ts";
import { MarketModel } from "../../../src/engine/model/market-model.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import {
  createStrategies,
  type StrategySettings,
  strategySettingsSchema,
} from "../../../src/engine/strategy/registry.ts";
import { scoreWeightsSchema } from "../../../src/engine/strategy/score-weights.ts";
import { candlesOf, mirrored, type Prices } from "../detect/fixture.ts";

/** Short swings, so that a story needs few candles. */
const LAYERS = [
  { name: "internal", left: 2, right: 2 },
  { name: "swing", left: 3, right: 3 },
];

export interface StoryOptions<Key extends keyof StrategySettings> {
  readonly strategy: Key;
  readonly settings?: Partial<StrategySettings[Key]>;
  readonly timeframe?: Timeframe;
  readonly start?: string;
  readonly layers?: typeof LAYERS;
  /** A second market beside it. */
  readonly companion?: readonly Prices[];
}

/** Candles that go nowhere: no swings, ATR of 1. */
export function flat(count: number, price = 100): Prices[] {
  return Array.from({ length: count }, () => [price, price + 0.5, price - 0.5, price]);
}

/** Signals of one strategy alone over candles from rows of prices; the stop stands exactly on the structure. */
export function signalsOf<Key extends keyof StrategySettings>(
  rows: readonly Prices[],
  options: StoryOptions<Key>,
): readonly Signal[] {
  const { timeframe = "15m", start, companion } = options;
  const when = { timeframe, ...(start !== undefined && { start }) };
  const second = companion && { candles: candlesOf(companion, when), model: modelOf(options, false) };
  const model = modelOf(options, true, second?.model);
  return candlesOf(rows, when).flatMap((candle, at) => {
    const twin: Candle | undefined = second?.candles[at];
    if (twin !== undefined) second?.model.push(twin);
    return model.push(candle);
  });
}

/** The same story upside down. */
export function mirroredSignalsOf<Key extends keyof StrategySettings>(
  rows: readonly Prices[],
  options: StoryOptions<Key>,
): readonly Signal[] {
  const { companion } = options;
  return signalsOf(mirrored(rows), { ...options, ...(companion && { companion: mirrored(companion) }) });
}

function modelOf<Key extends keyof StrategySettings>(
  { strategy, settings, timeframe = "15m", layers = LAYERS }: StoryOptions<Key>,
  judges: boolean,
  companion?: MarketModel,
): MarketModel {
  const names = Object.keys(strategySettingsSchema.shape);
  const off = Object.fromEntries(names.map((name) => [name, { enabled: false }]));
  const own =
    strategy === "orderBlockTouch" ? { enabled: true } : { enabled: true, stopBufferAtr: 0, ...settings };
  const strategies = strategySettingsSchema.parse({ ...off, [strategy]: own });
  const signals = { expireAfterCandles: 24, weights: scoreWeightsSchema.parse({}) };
  return new MarketModel({
    symbol: "BTC/USDT",
    baseTimeframe: timeframe,
    timeframes: [timeframe],
    contextTimeframes: contextTimeframes([timeframe], timeframe),
    settings: detectorSettingsSchema.parse({ swing: { layers } }),
    strategies: judges ? createStrategies({ strategies, signals }) : [],
    ...(companion && { companion }),
  });
}

/** Direction, entry, stop and targets of each signal with the number of its candle. */
export function plansOf(
  signals: readonly Signal[],
  timeframe: Timeframe = "15m",
  start = "2025-01-15T00:00:00Z",
): unknown[][] {
  const length = { "1m": 60_000, "5m": 300_000, "15m": 900_000 }[timeframe as "1m"] ?? 3_600_000;
  return signals.map(({ knownAt, direction, entryType, entry, stop, targets }) => [
    (knownAt - Date.parse(start)) / length - 1,
    direction,
    entryType,
    entry,
    stop,
    targets,
  ]);
}

/** A copy with one row changed. */
export function changed(rows: readonly Prices[], at: number, row: Prices): Prices[] {
  return rows.map((standing, index) => (index === at ? row : standing));
}
