import type { CandleSeries } from "../candles/candle-series.ts";
import type { PeriodTracker } from "../clock/period-tracker.ts";
import type { WindowTracker } from "../clock/window-tracker.ts";
import { ExponentialMovingAverage } from "./ema.ts";
import { RealisedVolatility } from "./realised-volatility.ts";
import { RelativeVolume } from "./relative-volume.ts";
import { RelativeStrengthIndex } from "./rsi.ts";
import { SessionVwap } from "./session-vwap.ts";
import { VolatilityPercentile } from "./volatility-percentile.ts";
import { VolumeWeightedAveragePrice } from "./vwap.ts";

/** Candles that facts look back at, the newest included: a hundred volatilities of twenty returns before it. */
export const FACTS_REACH = 122;

/** Lengths of the moving averages that are kept. */
export const EMA_LENGTHS = [20, 50, 200] as const;

export type EmaLength = (typeof EMA_LENGTHS)[number];

/** What a strategy or the grading of a signal may want to know besides ICT; each unset while undefined. */
export interface TechnicalFacts {
  /** Exponential moving average of closes. */
  ema(length: EmaLength): number | undefined;
  /** Wilder's relative strength index over 14 candles, 0 to 100. */
  readonly rsi: number | undefined;
  /** Volume as a multiple of the mean of the 20 candles before. */
  readonly relativeVolume: number | undefined;
  /** Of one candle, from the last 20 returns. */
  readonly realisedVolatilityPercent: number | undefined;
  /** Percentage of the 100 volatilities before that were lower, 0 to 100. */
  readonly volatilityPercentile: number | undefined;
  /** Volume-weighted average price of the trading day that runs. */
  readonly dayVwap: number | undefined;
  /** Volume-weighted average price of the newest occurrence of a session such as `london-open`. */
  sessionVwap(name: string): number | undefined;
}

/** Where sessions and trading days begin. */
export interface FactClock {
  readonly windows: WindowTracker;
  readonly periods: PeriodTracker;
}

/** Technical facts of one series, kept up to date candle by candle. */
export class IncrementalFacts implements TechnicalFacts {
  private readonly averages: readonly ExponentialMovingAverage[];
  private readonly strength: RelativeStrengthIndex;
  private readonly volume: RelativeVolume;
  private readonly volatility: RealisedVolatility;
  private readonly percentile: VolatilityPercentile;
  private readonly ofSessions: SessionVwap;
  private readonly ofDay: VolumeWeightedAveragePrice;
  private readonly periods: PeriodTracker;
  /** The oldest candle that is not taken in yet, by the averages and by what is weighed with volume. */
  private next = 0;
  private nextTraded = 0;

  constructor(series: CandleSeries, { windows, periods }: FactClock) {
    this.averages = EMA_LENGTHS.map((length) => new ExponentialMovingAverage(series, length));
    this.strength = new RelativeStrengthIndex(series);
    this.volume = new RelativeVolume(series);
    this.volatility = new RealisedVolatility(series);
    this.percentile = new VolatilityPercentile(this.volatility);
    this.ofSessions = new SessionVwap(series, windows);
    this.ofDay = new VolumeWeightedAveragePrice(series);
    this.periods = periods;
  }

  /** Call at every candle at which the clock has opened or closed something, in order, before `update`. */
  onClock(index: number): void {
    this.trade(index);
    this.ofSessions.onClock();
    // A day has ended with every period that has: weeks and months end with a day.
    if (this.periods.ended.length > 0) this.ofDay.start();
  }

  /** Takes in the candles up to `index`. */
  update(index: number): void {
    for (; this.next <= index; this.next += 1) {
      for (const average of this.averages) average.update(this.next);
      this.strength.update(this.next);
    }
    this.volume.update(index);
    this.volatility.update(index);
    this.trade(index + 1);
  }

  /** Takes in what was traded before candle `until`. */
  private trade(until: number): void {
    for (; this.nextTraded < until; this.nextTraded += 1) {
      this.ofSessions.update(this.nextTraded);
      this.ofDay.update(this.nextTraded);
    }
  }

  ema(length: EmaLength): number | undefined {
    return known(this.averages.find((average) => average.length === length)?.current);
  }

  get rsi(): number | undefined {
    return known(this.strength.current);
  }

  get relativeVolume(): number | undefined {
    return known(this.volume.current);
  }

  get realisedVolatilityPercent(): number | undefined {
    return known(this.volatility.current);
  }

  get volatilityPercentile(): number | undefined {
    return known(this.percentile.current);
  }

  sessionVwap(name: string): number | undefined {
    return known(this.ofSessions.at(name));
  }

  get dayVwap(): number | undefined {
    return known(this.ofDay.current);
  }
}

function known(value: number | undefined): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
