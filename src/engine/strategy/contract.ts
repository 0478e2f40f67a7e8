import type { z } from "zod";
import type { CandleSeries } from "../candles/candle-series.ts";
import type { Timeframe } from "../candles/timeframe.ts";
import type { WindowState } from "../clock/windows.ts";
import type { Detection, DetectionKind } from "../detect/detection.ts";
import type { EventOf } from "../detect/event-codes.ts";
import type { TechnicalFacts } from "../facts/technical-facts.ts";
import type { PriceSpan } from "../model/dealing.ts";
import type { Signal } from "../signal.ts";
import type { SwingPrices } from "../trade/manage.ts";
import type { ScoreWeights } from "./score-weights.ts";
import type { AreaKind } from "./zone.ts";

/**
 * What may be looked at of another timeframe: its closed candles, ATR, swings and breaks of structure. Whether
 * liquidity was swept before a break is known only of timeframes that are judged themselves.
 */
export interface StructureView extends Pick<TimeframeView, "symbol" | "series" | "atr" | "swing"> {
  /** As `recent` and `lastKnownIndex` of the timeframe itself. */
  recent?(kind: StructureKind, layer?: string): readonly Detection[];
  lastKnownIndex?(kind: StructureKind, layer?: string): number;
}

type StructureKind = Extract<DetectionKind, "swing" | "market-structure">;

/** What a strategy may look at: one timeframe of one symbol as known at the close of its newest candle. */
export interface TimeframeView {
  readonly symbol: string;
  readonly series: CandleSeries;
  /** What became known at the newest candle of these kinds, or of all, in the order of the definitions. */
  fresh(...kinds: readonly DetectionKind[]): readonly Detection[];
  /** The `detected` event of everything of the kind that is still alive, oldest first. Built when read. */
  zones(kind: DetectionKind): readonly Detection[];
  /** Those of them that share a price with `over`, at least: the objects of others need not be built. */
  zones(kind: AreaKind, over: PriceSpan): readonly Detection[];
  /** ATR(14) at the newest candle; unset while undefined. */
  readonly atr: number | undefined;
  /** Kill zone that the newest candle lies in, if any. */
  readonly session: string | undefined;
  /**
   * Another watched timeframe of the symbol at the same moment, made of its closed candles alone; unset when it
   * is not watched. A candle of a higher timeframe that is still forming is not part of it.
   */
  timeframe?(timeframe: Timeframe): StructureView | undefined;
  /**
   * Lately known detections of the kind, oldest first: a bounded number, whatever became of them since. Swings and
   * market structure are asked for by their layer.
   */
  recent?(kind: DetectionKind, layer?: string): readonly Detection[];
  /** The candle at which the newest of `recent` became known, or -1; costs nothing, unlike the objects. */
  lastKnownIndex?(kind: DetectionKind, layer?: string): number;
  /** Whether such an event is in `fresh`; costs nothing, unlike the objects. */
  isFresh?<Kind extends DetectionKind>(kind: Kind, event: EventOf<Kind>): boolean;
  /** The window of the clock of that name (session, silver bullet, macro) when the newest candle opened in it. */
  window?(name: string): WindowState | undefined;
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
  /** How much each part of the confluence score counts. */
  readonly weights: ScoreWeights;
}

/** Settings that every strategy has. */
export interface StrategySwitch {
  readonly enabled: boolean;
  /** Empty means every watched timeframe. */
  readonly timeframes: readonly Timeframe[];
}

type StrategySettingsSchema = z.ZodType<StrategySwitch>;

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

/** Ties a strategy to its settings; what it makes is silent while it is off, and on timeframes it is not for. */
export function defineStrategy<Key extends string, Schema extends StrategySettingsSchema>(definition: {
  readonly name: string;
  readonly settingsKey: Key;
  readonly help: string;
  readonly settings: Schema;
  /**
   * What must have happened for `evaluate` to find anything, read from numbers alone: whether it is worth a look.
   * True when that is not known. Most candles end here, before a single object is made.
   */
  readonly isDue: (view: TimeframeView, settings: z.output<Schema>) => boolean;
  readonly evaluate: (
    view: TimeframeView,
    settings: z.output<Schema>,
    context: StrategyContext,
  ) => readonly Signal[];
}): StrategyDefinition<Key, Schema> {
  const { name, settingsKey, help, settings: schema, isDue, evaluate } = definition;
  const create = (raw: unknown, context: StrategyContext): Strategy => {
    const settings = schema.parse(raw);
    const { enabled, timeframes } = settings;
    const looksAt = (timeframe: Timeframe) => timeframes.length === 0 || timeframes.includes(timeframe);
    return {
      name,
      evaluate: (view) =>
        enabled && looksAt(view.series.timeframe) && isDue(view, settings)
          ? evaluate(view, settings, context)
          : [],
    };
  };
  return { name, settingsKey, help, settings: schema, create };
}
