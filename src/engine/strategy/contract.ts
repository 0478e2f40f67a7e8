import type { z } from "zod";
import type { CandleSeries } from "../candles/candle-series.ts";
import type { Timeframe } from "../candles/timeframe.ts";
import type { Detection, DetectionKind } from "../detect/detection.ts";
import type { TechnicalFacts } from "../facts/technical-facts.ts";
import type { Signal } from "../signal.ts";
import type { SwingPrices } from "../trade/manage.ts";

/** What a strategy may look at: one timeframe of one symbol as known at the close of its newest candle. */
export interface TimeframeView {
  readonly symbol: string;
  readonly series: CandleSeries;
  /** What became known at the newest candle, in the order of the definitions. Built when read. */
  readonly fresh: readonly Detection[];
  /** The `detected` event of every zone of the kind that is still alive, oldest first. Built when read. */
  zones(kind: DetectionKind): readonly Detection[];
  /** ATR(14) at the newest candle; unset while undefined. */
  readonly atr: number | undefined;
  /** Kill zone that the newest candle lies in, if any. */
  readonly session: string | undefined;
  /**
   * Another watched timeframe of the symbol at the same moment, made of its closed candles alone; unset when it
   * is not watched. A candle of a higher timeframe that is still forming is not part of it.
   */
  timeframe?(timeframe: Timeframe): TimeframeView | undefined;
  /** Moving averages, RSI, volume, volatility and VWAP at the newest candle. */
  readonly facts?: TechnicalFacts;
  /** Newest confirmed swings of a layer; unset when there is no such layer. */
  swing?(layer: string): SwingPrices | undefined;
}

/** Looks at each closed candle once and may want to trade. Keeps no state that `view` does not hold. */
export interface Strategy {
  readonly name: string;
  evaluate(view: TimeframeView): readonly Signal[];
}

/** Settings outside its own that every strategy follows. */
export interface StrategyContext {
  /** A signal expires after this many candles of its timeframe. */
  readonly expireAfterCandles: number;
}

type StrategySettingsSchema = z.ZodType<{ readonly enabled: boolean }>;

/** One line of the registry: a strategy with its settings, not yet made. */
export interface StrategyDefinition<Key extends string, Schema extends StrategySettingsSchema> {
  readonly name: string;
  /** `name` in camelCase, where its settings stand. */
  readonly settingsKey: Key;
  readonly help: string;
  readonly settings: Schema;
  /** Throws `ZodError` when the settings are not of the schema. */
  create(settings: unknown, context: StrategyContext): Strategy;
}

/** Ties a strategy to its settings; what it makes is silent while its `enabled` is off. */
export function defineStrategy<Key extends string, Schema extends StrategySettingsSchema>(definition: {
  readonly name: string;
  readonly settingsKey: Key;
  readonly help: string;
  readonly settings: Schema;
  readonly evaluate: (
    view: TimeframeView,
    settings: z.output<Schema>,
    context: StrategyContext,
  ) => readonly Signal[];
}): StrategyDefinition<Key, Schema> {
  const { name, settingsKey, help, settings: schema, evaluate } = definition;
  const create = (raw: unknown, context: StrategyContext): Strategy => {
    const settings = schema.parse(raw);
    return { name, evaluate: (view) => (settings.enabled ? evaluate(view, settings, context) : []) };
  };
  return { name, settingsKey, help, settings: schema, create };
}
