import type { Candle } from "./candle.ts";
import type { Timeframe } from "./timeframe.ts";

export interface CandleSeriesOptions {
  readonly timeframe: Timeframe;
  /**
   * How many candles stay readable. Unset keeps every candle and grows; set, the memory is fixed and the
   * oldest candle makes room for the newest. Indices are absolute in both cases and never shift.
   */
  readonly keep?: number;
}

const INITIAL_CAPACITY = 1024;

/**
 * Closed candles of one symbol and timeframe as columns.
 *
 * An index counts candles since the start of the series. The columns are rings whose capacity is a power of
 * two, so that an absolute index finds its slot with one mask, whether the series grows or is bounded.
 */
export class CandleSeries {
  readonly timeframe: Timeframe;
  /** Number of candles ever pushed; the newest candle has the index `length - 1`. */
  length = 0;
  /** The columns, for loops over many candles: candle `index` stands at `index & mask`. Growing makes new ones. */
  openTimes: Float64Array;
  opens: Float64Array;
  highs: Float64Array;
  lows: Float64Array;
  closes: Float64Array;
  mask: number;
  private volumes: Float64Array;
  private readonly bounded: boolean;

  constructor(options: CandleSeriesOptions) {
    this.timeframe = options.timeframe;
    this.bounded = options.keep !== undefined;
    const capacity = powerOfTwoAtLeast(options.keep ?? INITIAL_CAPACITY);
    this.mask = capacity - 1;
    this.openTimes = new Float64Array(capacity);
    this.opens = new Float64Array(capacity);
    this.highs = new Float64Array(capacity);
    this.lows = new Float64Array(capacity);
    this.closes = new Float64Array(capacity);
    this.volumes = new Float64Array(capacity);
  }

  /** Index of the oldest candle that can still be read. */
  get firstIndex(): number {
    return Math.max(0, this.length - this.mask - 1);
  }

  /** Adds a closed candle. Throws `RangeError` unless its open time is later than the newest one. */
  push(candle: Candle): void {
    this.append(candle.openTime, candle.open, candle.high, candle.low, candle.close, candle.volume);
  }

  append(openTime: number, open: number, high: number, low: number, close: number, volume: number): void {
    if (this.length > 0 && !(openTime > this.openTime(this.length - 1))) {
      throw new RangeError(`open time ${openTime} does not rise after ${this.openTime(this.length - 1)}`);
    }
    if (!this.bounded && this.length > this.mask) this.grow();
    const slot = this.length & this.mask;
    this.openTimes[slot] = openTime;
    this.opens[slot] = open;
    this.highs[slot] = high;
    this.lows[slot] = low;
    this.closes[slot] = close;
    this.volumes[slot] = volume;
    this.length += 1;
  }

  openTime(index: number): number {
    return this.openTimes[index & this.mask] as number;
  }

  open(index: number): number {
    return this.opens[index & this.mask] as number;
  }

  high(index: number): number {
    return this.highs[index & this.mask] as number;
  }

  low(index: number): number {
    return this.lows[index & this.mask] as number;
  }

  close(index: number): number {
    return this.closes[index & this.mask] as number;
  }

  volume(index: number): number {
    return this.volumes[index & this.mask] as number;
  }

  /** The candle at `index` as an object. Throws `RangeError` when it is not held (any more). */
  candle(index: number): Candle {
    if (index < this.firstIndex || index >= this.length) {
      throw new RangeError(`candle ${index} is outside ${this.firstIndex}..${this.length - 1}`);
    }
    return {
      openTime: this.openTime(index),
      open: this.open(index),
      high: this.high(index),
      low: this.low(index),
      close: this.close(index),
      volume: this.volume(index),
    };
  }

  private grow(): void {
    const capacity = (this.mask + 1) * 2;
    this.openTimes = widened(this.openTimes, capacity);
    this.opens = widened(this.opens, capacity);
    this.highs = widened(this.highs, capacity);
    this.lows = widened(this.lows, capacity);
    this.closes = widened(this.closes, capacity);
    this.volumes = widened(this.volumes, capacity);
    this.mask = capacity - 1;
  }
}

function widened(column: Float64Array, capacity: number): Float64Array {
  const wider = new Float64Array(capacity);
  wider.set(column);
  return wider;
}

function powerOfTwoAtLeast(count: number): number {
  let capacity = 2;
  while (capacity < count) capacity *= 2;
  return capacity;
}
