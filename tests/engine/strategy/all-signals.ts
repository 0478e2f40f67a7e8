import type { Candle } from "../../../src/engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { contextTimeframes } from "../../../src/engine/model/higher-timeframe.ts";
import { MarketModel } from "../../../src/engine/model/market-model.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import type { Strategy, TimeframeView } from "../../../src/engine/strategy/contract.ts";
import { createStrategies, strategySettingsSchema } from "../../../src/engine/strategy/registry.ts";
import { scoreWeightsSchema } from "../../../src/engine/strategy/score-weights.ts";
import { companionOf } from "../detect/companion.ts";
import { generatedCandles } from "../detect/generated-candles.ts";

const detectors = detectorSettingsSchema.parse({});
const everyOne = Object.keys(strategySettingsSchema.shape).map((name) => [name, { enabled: true }]);
const strategies = createStrategies({
  strategies: strategySettingsSchema.parse(Object.fromEntries(everyOne)),
  signals: { expireAfterCandles: 24, weights: scoreWeightsSchema.parse({}) },
});

export interface Market {
  readonly name: string;
  readonly timeframe: Timeframe;
  readonly candles: readonly Candle[];
  /** At each place the candle of the second series that opens with that of the first. */
  readonly twins: readonly Candle[];
}

/** A generated market with a second one beside it. */
export function market(seed: number, timeframe: Timeframe, count: number): Market {
  const candles = generatedCandles(seed, count, timeframeMs(timeframe));
  const byTime = new Map(companionOf(candles).map((twin) => [twin.openTime, twin]));
  const twins = candles.map((candle) => byTime.get(candle.openTime) ?? candle);
  return { name: `generated ${seed} at ${timeframe}`, timeframe, candles, twins };
}

/** The same strategies before a view that can tell nothing without its objects: no candle is passed over. */
export const lookingAtEverything: readonly Strategy[] = strategies.map((strategy) => ({
  name: strategy.name,
  evaluate: (view) => strategy.evaluate(withoutHints(view)),
}));

function withoutHints(view: TimeframeView): TimeframeView {
  return new Proxy(view, {
    get: (target, key) => {
      if (key === "isFresh" || key === "lastKnownIndex") return undefined;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function modelOf(timeframe: Timeframe, companion?: MarketModel, judges = strategies): MarketModel {
  return new MarketModel({
    symbol: companion ? "BTC/USDT" : "ETH/USDT",
    baseTimeframe: timeframe,
    timeframes: [timeframe],
    contextTimeframes: contextTimeframes([timeframe], timeframe),
    settings: detectors,
    strategies: companion ? judges : [],
    ...(companion && { companion }),
  });
}

/** Candles that are warmed up with at once; the series of the second symbol holds more than these. */
const WARM_UP_STEP = 500;

/** Signals of every strategy for the candles before `until`; those before `from` are only warmed up with. */
export function signalsOf(
  { timeframe, candles, twins }: Market,
  until = candles.length,
  from = 0,
  judges = strategies,
): Signal[] {
  const second = modelOf(timeframe);
  const model = modelOf(timeframe, second, judges);
  for (let at = 0; at < from; at += WARM_UP_STEP) {
    const until = Math.min(from, at + WARM_UP_STEP);
    for (const twin of twins.slice(at, until)) second.push(twin);
    model.warmUpFrom(new Map(), candles.slice(at, until));
  }
  return candles.slice(from, until).flatMap((candle, at) => {
    second.push(twins[from + at] as Candle);
    return model.push(candle);
  });
}
