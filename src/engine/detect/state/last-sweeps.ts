/** Newest candle that swept a high (low), from any source; minus infinity before the first. */
export interface LastSweeps {
  high: number;
  low: number;
}

export function noSweeps(): LastSweeps {
  return { high: Number.NEGATIVE_INFINITY, low: Number.NEGATIVE_INFINITY };
}
