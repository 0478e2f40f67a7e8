import type { Candle } from "../../src/engine/candles/candle.ts";
import { type CandleRows, candleRows } from "../../src/engine/candles/candle-rows.ts";
import type { Timeframe } from "../../src/engine/candles/timeframe.ts";
import type { CandleStore } from "../../src/engine/ports/candle-store.ts";

const KEPT_CANDLES = 1100;

/** Candles in memory for tests of everything that is not the store. Passes the same contract. */
export class MemoryCandleStore implements CandleStore {
  private readonly series = new Map<string, Candle[]>();
  private readonly prices = new Map<string, { readonly price: number; readonly at: number }>();

  async append(symbol: string, timeframe: Timeframe, candles: readonly Candle[]): Promise<void> {
    const key = JSON.stringify([symbol, timeframe]);
    const stored = this.series.get(key) ?? [];
    for (const candle of candles) {
      if (candle.openTime > (stored.at(-1)?.openTime ?? Number.NEGATIVE_INFINITY)) stored.push({ ...candle });
    }
    this.series.set(key, stored.slice(-KEPT_CANDLES));
  }

  async replace(symbol: string, timeframe: Timeframe, candles: readonly Candle[]): Promise<void> {
    const last = candles.at(-1);
    if (last === undefined) return;
    const key = JSON.stringify([symbol, timeframe]);
    const later = (this.series.get(key) ?? []).filter(({ openTime }) => openTime > last.openTime);
    this.series.set(key, [...structuredClone(candles), ...later].slice(-KEPT_CANDLES));
  }

  async newest(symbol: string, timeframe: Timeframe, limit: number): Promise<Candle[]> {
    if (limit <= 0) return [];
    return structuredClone(this.series.get(JSON.stringify([symbol, timeframe])) ?? []).slice(-limit);
  }

  async newestRows(symbol: string, timeframe: Timeframe, limit: number): Promise<CandleRows> {
    return candleRows(await this.newest(symbol, timeframe, limit));
  }

  async setPrice(symbol: string, price: number, at: number): Promise<void> {
    this.prices.set(symbol, { price, at });
  }

  async price(symbol: string): Promise<{ readonly price: number; readonly at: number } | undefined> {
    return this.prices.get(symbol);
  }
}
