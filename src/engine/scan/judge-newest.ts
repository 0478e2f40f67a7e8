import type { Candle } from "../candles/candle.ts";
import { type CandleRows, candlesOfRows } from "../candles/candle-rows.ts";
import { type Timeframe, timeframeMs } from "../candles/timeframe.ts";
import type { TimeZones } from "../clock/time-zone.ts";
import { CompanionCandles } from "../model/companion-candles.ts";
import { MarketModel } from "../model/market-model.ts";
import type { Settings } from "../settings/settings.ts";
import type { Signal } from "../signal.ts";
import type { Strategy } from "../strategy/contract.ts";
import { withTargetsInR } from "../trade/management-settings.ts";
import { standingSetups } from "./standing-setups.ts";

/** Candles that a model knows before the first that is judged, as a live one does at its start. */
export const WARM_CANDLES = 1000;

/** What is known of a symbol and timeframe now: closed candles. */
export interface NewestCandles {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly own: CandleRows;
  /** Of the timeframes that give direction. */
  readonly higher: ReadonlyMap<Timeframe, CandleRows>;
  readonly companion?: { readonly symbol: string; readonly rows: CandleRows };
}

/** What the newest candles of a symbol and timeframe gave. */
export interface JudgedCandles {
  /** Those whose setups still stand at the newest candle, oldest first. */
  readonly signals: readonly Signal[];
  /** Of the newest candle; unset without any. */
  readonly close: number | undefined;
}

/** What judging needs beside the candles; made once for many. */
export interface Judges {
  readonly settings: Settings;
  /** They keep no state. */
  readonly strategies: readonly Strategy[];
  readonly timeZones: TimeZones;
}

/** Newest candles whose signals can still be valid. What is older need not be judged: signals expire. */
export function judgedCount({ signals }: Pick<Settings, "signals">): number {
  return signals.expireAfterCandles + 1;
}

/**
 * Judges every candle whose signals can still be valid, and gives those that still stand. Says of them what the live
 * engine says: the model knows as much from before, and of the higher timeframe and the companion nothing later than
 * the candle that is judged.
 */
export function judgeNewest(candles: NewestCandles, judges: Judges): JudgedCandles {
  const { symbol, timeframe, higher } = candles;
  const own = candlesOfRows(candles.own);
  const count = judgedCount(judges.settings);
  const judged = own.slice(-count);
  const [first] = judged;
  if (first === undefined) return { signals: [], close: undefined };
  const warm = own.slice(0, -count);
  const companion = companionOf(candles, WARM_CANDLES + count);
  const model = new MarketModel({
    symbol,
    baseTimeframe: timeframe,
    timeframes: [timeframe],
    contextTimeframes: [...higher.keys()],
    settings: judges.settings.detectors,
    strategies: judges.strategies,
    keep: WARM_CANDLES,
    timeZones: judges.timeZones,
    ...(companion && { companion }),
  });
  const history = new Map<Timeframe, readonly Candle[]>([[timeframe, warm]]);
  for (const [above, rows] of higher) history.set(above, endedBy(rows, above, first.openTime));
  model.warmUpFrom(history, warm);
  const { management, signals: rules } = judges.settings;
  const raised = judged.flatMap((candle) => model.push(candle));
  // With the targets that they would be proposed with: reaching one of those ends a setup.
  const signals = raised.map((signal) => withTargetsInR(signal, management));
  return {
    signals: standingSetups(signals, { timeframe, candles: judged, minScore: rules.minScore }),
    close: judged.at(-1)?.close,
  };
}

function endedBy(rows: CandleRows, timeframe: Timeframe, until: number): readonly Candle[] {
  const length = timeframeMs(timeframe);
  return candlesOfRows(rows).filter(({ openTime }) => openTime + length <= until);
}

/** All of it at once: nothing later than the candle that is judged is looked at. */
function companionOf({ companion, timeframe }: NewestCandles, keep: number): CompanionCandles | undefined {
  if (companion === undefined) return undefined;
  const { symbol, rows } = companion;
  const made = new CompanionCandles({ symbol, baseTimeframe: timeframe, timeframes: [timeframe], keep });
  for (const candle of candlesOfRows(rows)) made.push(candle);
  return made;
}
