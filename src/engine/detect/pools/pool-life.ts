/** What decides the life of liquidity pools. */
export interface PoolLife {
  /** How far apart equal highs may lie, in ATR(14) of the candle that confirms the later one. */
  readonly toleranceAtr: number;
  readonly maxAge: number;
  /** Candles after a close beyond the pool within which a close back still makes it a sweep. */
  readonly reclaimWithin: number;
}
