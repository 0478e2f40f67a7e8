import type { Candle } from "../../engine/candles/candle.ts";
import { type CandleFault, candleFault } from "../../engine/candles/candle-check.ts";

export type Unusable =
  | CandleFault
  | "price-not-positive"
  | "time-off-grid"
  | "time-in-future"
  /** Ten times the price before, or a tenth of it: an error unless the next candle says the same. */
  | "price-jump";

/** A row that was put aside. */
export interface QuarantinedCandle {
  readonly symbol: string;
  readonly source: "stream" | "history";
  /** The row's own open time, as far as it has one. */
  readonly openTime: number;
  readonly fault: Unusable;
}

const JUMP_FACTOR = 10;

/** Judges the candles of one symbol and timeframe in the order of time. */
export interface CandleJudge {
  /** Undefined when the row is put aside. `nowMs` is the exchange's time. */
  accept(row: readonly unknown[], source: QuarantinedCandle["source"], nowMs: number): Candle | undefined;
}

export interface CandleJudgeOptions {
  readonly symbol: string;
  readonly timeframeMs: number;
  readonly onQuarantine: (candle: QuarantinedCandle) => void;
}

/** A row is `[openTime, open, high, low, close, volume]`, as ccxt gives it. */
export function createCandleJudge({ symbol, timeframeMs, onQuarantine }: CandleJudgeOptions): CandleJudge {
  let good: Candle | undefined;
  let suspect: Candle | undefined;
  const jumps = (candle: Candle): boolean => {
    if (!good || isNear(candle, good.close)) return false;
    const confirmed = suspect && suspect.openTime !== candle.openTime && isNear(candle, suspect.close);
    suspect = candle;
    return !confirmed;
  };
  return {
    accept: (row, source, nowMs) => {
      const candle = candleOf(row);
      const fault = plainFault(candle, timeframeMs, nowMs) ?? (jumps(candle) ? "price-jump" : undefined);
      if (fault !== undefined) {
        onQuarantine({ symbol, source, openTime: candle.openTime, fault });
        return undefined;
      }
      if (!good || candle.openTime >= good.openTime) good = candle;
      return candle;
    },
  };
}

function candleOf(row: readonly unknown[]): Candle {
  const number = (index: number) => (typeof row[index] === "number" ? row[index] : Number.NaN);
  return {
    openTime: number(0),
    open: number(1),
    high: number(2),
    low: number(3),
    close: number(4),
    volume: number(5),
  };
}

function plainFault(candle: Candle, timeframeMs: number, nowMs: number): Unusable | undefined {
  const fault = candleFault(candle);
  if (fault !== undefined) return fault;
  if (candle.low <= 0) return "price-not-positive";
  if (candle.openTime % timeframeMs !== 0) return "time-off-grid";
  return candle.openTime > nowMs + timeframeMs ? "time-in-future" : undefined;
}

function isNear({ high, low }: Candle, price: number): boolean {
  return high < price * JUMP_FACTOR && low > price / JUMP_FACTOR;
}
