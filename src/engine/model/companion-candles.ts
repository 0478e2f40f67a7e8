import { CandleAggregator } from "../candles/aggregate.ts";
import type { Candle } from "../candles/candle.ts";
import { CandleSeries } from "../candles/candle-series.ts";
import { type Timeframe, timeframeMs } from "../candles/timeframe.ts";

export interface CompanionOptions {
  readonly symbol: string;
  readonly baseTimeframe: Timeframe;
  readonly timeframes: readonly Timeframe[];
  /** Candles of each timeframe that stay readable. */
  readonly keep: number;
}

interface Lane {
  readonly series: CandleSeries;
  readonly aggregator: CandleAggregator;
}

/**
 * The closed candles of a symbol that moves together with another one, on each timeframe that is compared. Nothing is
 * detected here. Two symbols may be each other's companions.
 */
export class CompanionCandles {
  readonly symbol: string;
  private readonly lanes: readonly Lane[];
  private newest = Number.NEGATIVE_INFINITY;

  /** Throws `RangeError` for a timeframe that base candles do not fill. */
  constructor({ symbol, baseTimeframe, timeframes, keep }: CompanionOptions) {
    this.symbol = symbol;
    this.lanes = timeframes.map((timeframe) => ({
      series: new CandleSeries({ timeframe, keep }),
      aggregator: new CandleAggregator(baseTimeframe, timeframe),
    }));
  }

  /** Open time of the newest base candle; minus infinity before the first. */
  get newestAt(): number {
    return this.newest;
  }

  /** Takes the next closed base candle; one that is not newer changes nothing. */
  push(candle: Candle): void {
    if (candle.openTime <= this.newest) return;
    this.newest = candle.openTime;
    for (const { series, aggregator } of this.lanes) aggregator.push(candle, (closed) => series.push(closed));
  }

  /** What is known from before the start, as `MarketModel.warmUpFrom` takes it. */
  warmUpFrom(history: ReadonlyMap<Timeframe, readonly Candle[]>, base: readonly Candle[]): void {
    for (const { series, aggregator } of this.lanes) {
      const own = history.get(series.timeframe) ?? [];
      for (const candle of own) series.push(candle);
      const last = own.at(-1);
      const from =
        last === undefined ? Number.NEGATIVE_INFINITY : last.openTime + timeframeMs(series.timeframe);
      for (const candle of base)
        if (candle.openTime >= from) aggregator.push(candle, (closed) => series.push(closed));
    }
    this.newest = base.at(-1)?.openTime ?? this.newest;
  }

  series(timeframe: Timeframe): CandleSeries | undefined {
    return this.lanes.find(({ series }) => series.timeframe === timeframe)?.series;
  }
}
