import { CandleAggregator } from "../candles/aggregate.ts";
import type { Candle } from "../candles/candle.ts";
import type { CandleSeries } from "../candles/candle-series.ts";
import { type Timeframe, timeframeMs } from "../candles/timeframe.ts";
import { TimeZones } from "../clock/time-zone.ts";
import type { DetectorSettings } from "../detect/registry.ts";
import type { Signal } from "../signal.ts";
import type { Strategy, StructureView, TimeframeView } from "../strategy/contract.ts";
import { requiredCandles } from "./required-candles.ts";
import { TimeframeTrack } from "./timeframe-track.ts";

export interface MarketModelOptions {
  readonly symbol: string;
  /** Timeframe of the candles that are pushed. */
  readonly baseTimeframe: Timeframe;
  /** Timeframes that are watched and on which strategies look for setups. */
  readonly timeframes: readonly Timeframe[];
  readonly settings: DetectorSettings;
  readonly strategies: readonly Strategy[];
  /** Timeframes whose structure gives setups of the others their direction; nothing else of them is known. */
  readonly contextTimeframes?: readonly Timeframe[];
  /** Candles of each timeframe that stay readable; raised to what the detectors need. */
  readonly keep?: number;
  /** Shared between models so that each zone's clock changes are looked up once. */
  readonly timeZones?: TimeZones;
  /**
   * Candles of a symbol that moves together with this one, for divergences. They take each moment in first; a
   * timeframe that they lack has none.
   */
  readonly companion?: { series(timeframe: Timeframe): CandleSeries | undefined };
}

interface Lane {
  readonly timeframe: Timeframe;
  readonly aggregator: CandleAggregator;
  readonly track: TimeframeTrack;
  readonly isJudged: boolean;
}

/** A candle that a base candle closed. */
interface Closing {
  readonly track: TimeframeTrack;
  readonly isJudged: boolean;
  readonly candle: Candle;
  readonly endsAt: number;
}

/**
 * Everything known about one symbol, fed with closed base candles one at a time: live, in a scan and in a
 * backtest alike. It has no clock and no memory of anything but candles, so the same candles always give the
 * same signals.
 *
 * At every moment each timeframe knows exactly its candles that have ended by then: of the candles that one base
 * candle closes, those that ended first go first, and all that end together are taken in before any is judged.
 */
export class MarketModel {
  readonly symbol: string;
  /** Events that `push` made known so far, over all timeframes that are looked through for setups. */
  detectionCount = 0;
  private readonly lanes: readonly Lane[];
  private readonly strategies: readonly Strategy[];

  /** Throws `RangeError` for a timeframe that base candles do not fill. */
  constructor(options: MarketModelOptions) {
    const { symbol, baseTimeframe, settings, timeZones = new TimeZones() } = options;
    const keep = Math.max(options.keep ?? 0, requiredCandles(settings));
    this.symbol = symbol;
    this.strategies = options.strategies;
    const { timeframes, contextTimeframes = [] } = options;
    this.lanes = [...new Set([...timeframes, ...contextTimeframes])].map((timeframe) => ({
      timeframe,
      isJudged: timeframes.includes(timeframe),
      aggregator: new CandleAggregator(baseTimeframe, timeframe),
      track: new TimeframeTrack({
        symbol,
        timeframe,
        settings,
        keep,
        timeZones,
        companion: options.companion?.series(timeframe),
        others: (other) => this.lane(other)?.track,
        remembers: options.strategies.length > 0,
        structureOnly: !timeframes.includes(timeframe),
      }),
    }));
  }

  /**
   * Takes the next closed base candle and gives the signals of every timeframe whose candle it closes.
   * Throws `RangeError` when its open time is not later than that of the candle before.
   */
  push(candle: Candle): readonly Signal[] {
    const signals: Signal[] = [];
    const closings = this.close(candle);
    let from = 0;
    while (from < closings.length) {
      const ended = closings.slice(from, endOfGroup(closings, from));
      for (const { track, candle: closed, isJudged } of ended) {
        const known = track.push(closed);
        if (isJudged) this.detectionCount += known;
      }
      for (const { track, isJudged } of ended) {
        if (!isJudged) continue;
        for (const strategy of this.strategies) signals.push(...strategy.evaluate(track));
      }
      from += ended.length;
    }
    for (const { track } of this.lanes) track.forget();
    return signals;
  }

  /**
   * Takes in what is known from before the start, each timeframe from its own closed candles, with nothing judged
   * or counted. A timeframe without candles of its own is added up from the base candles, which also give the
   * candle that still forms.
   */
  warmUpFrom(history: ReadonlyMap<Timeframe, readonly Candle[]>, base: readonly Candle[]): void {
    for (const { timeframe, aggregator, track } of this.lanes) {
      const own = history.get(timeframe) ?? [];
      const newest = own.at(-1);
      const from = newest === undefined ? Number.NEGATIVE_INFINITY : newest.openTime + timeframeMs(timeframe);
      const closed: Candle[] = [];
      for (const candle of base) {
        if (candle.openTime >= from) aggregator.push(candle, (each) => closed.push(each));
      }
      track.warmUp([...own, ...closed]);
    }
  }

  /** The timeframe as known now. Throws `RangeError` when it is not one that is looked through for setups. */
  view(timeframe: Timeframe): TimeframeView {
    const lane = this.lane(timeframe);
    if (lane?.isJudged !== true) throw new RangeError(`${timeframe} is not watched`);
    return lane.track;
  }

  /** What is known of every timeframe, also of one that only gives direction; unset when it is not watched. */
  structure(timeframe: Timeframe): StructureView | undefined {
    return this.lane(timeframe)?.track;
  }

  /** The candles of a timeframe; unset when it is not watched. */
  series(timeframe: Timeframe): CandleSeries | undefined {
    return this.lane(timeframe)?.track.series;
  }

  private lane(timeframe: Timeframe): Lane | undefined {
    return this.lanes.find((candidate) => candidate.timeframe === timeframe);
  }

  /** What a base candle closes, in the order in which it ended; at one moment in the order of the timeframes. */
  private close(candle: Candle): readonly Closing[] {
    const closings: Closing[] = [];
    for (const { timeframe, aggregator, track, isJudged } of this.lanes) {
      aggregator.push(candle, (closed) => {
        closings.push({ track, isJudged, candle: closed, endsAt: closed.openTime + timeframeMs(timeframe) });
      });
    }
    return closings.sort((one, other) => one.endsAt - other.endsAt);
  }
}

/** Position after the last closing that ends at the same moment as the one at `from`. */
function endOfGroup(closings: readonly Closing[], from: number): number {
  const until = closings.findIndex(({ endsAt }, at) => at > from && endsAt !== closings[from]?.endsAt);
  return until < 0 ? closings.length : until;
}
