/** One closed candle. `openTime` is epoch milliseconds UTC; prices and volume are IEEE doubles. */
export interface Candle {
  readonly openTime: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}
