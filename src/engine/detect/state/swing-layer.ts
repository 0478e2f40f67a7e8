/** One layer of swings as of the newest candle. */
export interface SwingLayer {
  readonly name: string;
  /** Index of the swing high that the newest candle confirmed, or -1. */
  confirmedHigh: number;
  confirmedLow: number;
  /** Price and open time of the newest swing high (low): it may be older than the candles a series holds. */
  highPrice: number;
  highTime: number;
  lowPrice: number;
  lowTime: number;
}

export function swingLayer(name: string): SwingLayer {
  const none = { highPrice: Number.NaN, highTime: Number.NaN, lowPrice: Number.NaN, lowTime: Number.NaN };
  return { name, confirmedHigh: -1, confirmedLow: -1, ...none };
}
