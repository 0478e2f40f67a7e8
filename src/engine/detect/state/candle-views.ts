import type { CandleSeries } from "../../candles/candle-series.ts";
import { ringLength } from "./stretch.ts";

/**
 * Candles as one direction sees them. Candle `index` stands at `index & mask`. The three extremes are those of the
 * stretch that is taken in, for a first look at what it can reach at all.
 */
export class CandleView {
  lowest = Number.NaN;
  highestLow = Number.NaN;
  lowestClose = Number.NaN;
  opens: Float64Array;
  highs: Float64Array;
  lows: Float64Array;
  closes: Float64Array;
  mask: number;

  constructor({ opens, highs, lows, closes, mask }: CandleColumns) {
    this.opens = opens;
    this.highs = highs;
    this.lows = lows;
    this.closes = closes;
    this.mask = mask;
  }
}

type CandleColumns = Pick<CandleSeries, "opens" | "highs" | "lows" | "closes" | "mask">;

/**
 * The newest candles twice: upright, as they are, and upside down, with every price negated and so high and low
 * exchanged. What is bearish is the bullish rule over candles that stand upside down: each rule is written once.
 */
export class CandleViews {
  /** Upright for what is bullish, upside down for what is bearish. */
  readonly of: readonly [CandleView, CandleView];
  private readonly series: CandleSeries;

  /** `lookBack`: how many candles before a stretch stay readable upside down. */
  constructor(series: CandleSeries, stretch: number, lookBack: number) {
    this.series = series;
    this.of = [new CandleView(series), new CandleView(emptyColumns(ringLength(stretch, lookBack)))];
  }

  take(from: number, to: number): void {
    const [upright, turned] = this.of;
    const { series } = this;
    const { opens, highs, lows, closes, mask } = series;
    upright.opens = opens;
    upright.highs = highs;
    upright.lows = lows;
    upright.closes = closes;
    upright.mask = mask;
    let lowest = Number.POSITIVE_INFINITY;
    let highestLow = Number.NEGATIVE_INFINITY;
    let lowestClose = Number.POSITIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    let lowestHigh = Number.POSITIVE_INFINITY;
    let highestClose = Number.NEGATIVE_INFINITY;
    for (let index = from; index <= to; index += 1) {
      const place = index & turned.mask;
      const high = highs[index & mask] as number;
      const low = lows[index & mask] as number;
      const close = closes[index & mask] as number;
      turned.opens[place] = -(opens[index & mask] as number);
      turned.highs[place] = -low;
      turned.lows[place] = -high;
      turned.closes[place] = -close;
      if (low < lowest) lowest = low;
      if (low > highestLow) highestLow = low;
      if (close < lowestClose) lowestClose = close;
      if (high > highest) highest = high;
      if (high < lowestHigh) lowestHigh = high;
      if (close > highestClose) highestClose = close;
    }
    upright.lowest = lowest;
    upright.highestLow = highestLow;
    upright.lowestClose = lowestClose;
    turned.lowest = -highest;
    turned.highestLow = -lowestHigh;
    turned.lowestClose = -highestClose;
  }
}

function emptyColumns(length: number): CandleColumns {
  const column = () => new Float64Array(length);
  return { opens: column(), highs: column(), lows: column(), closes: column(), mask: length - 1 };
}
