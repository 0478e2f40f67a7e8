import type { Candle } from "../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import type { MarketModel } from "../engine/model/market-model.ts";
import type { DeskContext } from "./desk-context.ts";

/** Brings the candles of live models into the store: the base ones and what closed of the higher ones with them. */
export class CandleWriter {
  private readonly context: Pick<DeskContext, "candles" | "baseTimeframe">;
  /** How many candles of a symbol and timeframe were written, as an index of the model's series. */
  private readonly writtenUpTo = new Map<string, number>();

  constructor(context: Pick<DeskContext, "candles" | "baseTimeframe">) {
    this.context = context;
  }

  /** For a model that was made of so many stored candles of each timeframe: those count as written. */
  skip(symbol: string, stored: ReadonlyMap<Timeframe, number>): void {
    for (const [timeframe, count] of stored) this.writtenUpTo.set(`${symbol} ${timeframe}`, count);
  }

  /** The writes go out together and are awaited together. */
  async write(model: MarketModel, timeframes: readonly Timeframe[], base: readonly Candle[]): Promise<void> {
    const { candles, baseTimeframe } = this.context;
    const { symbol } = model;
    const writes = [candles.append(symbol, baseTimeframe, base)];
    for (const timeframe of timeframes) {
      if (timeframe === baseTimeframe) continue;
      const closed = this.unwritten(model, timeframe);
      if (closed.length > 0) writes.push(candles.append(symbol, timeframe, closed));
    }
    const newest = base.at(-1);
    if (newest !== undefined) {
      writes.push(candles.setPrice(symbol, newest.close, newest.openTime + timeframeMs(baseTimeframe)));
    }
    await Promise.all(writes);
  }

  private unwritten(model: MarketModel, timeframe: Timeframe): readonly Candle[] {
    const series = model.series(timeframe);
    if (series === undefined) return [];
    const key = `${model.symbol} ${timeframe}`;
    const from = Math.max(this.writtenUpTo.get(key) ?? 0, series.firstIndex);
    this.writtenUpTo.set(key, series.length);
    return Array.from({ length: series.length - from }, (_, offset) => series.candle(from + offset));
  }
}
