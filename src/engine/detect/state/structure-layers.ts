import type { SwingLayer } from "./swing-layer.ts";

/** The most recently confirmed swing of one side, until it is broken; `price` is `NaN` when there is none. */
export interface ActiveLevel {
  price: number;
  index: number;
  openTime: number;
}

/** Market structure of one layer of swings. */
export interface StructureLayer {
  readonly swings: SwingLayer;
  /** 1 bullish, -1 bearish, 0 none yet. */
  bias: number;
  readonly high: ActiveLevel;
  readonly low: ActiveLevel;
  /** Newest candle that broke a high (low) of the layer; -1 before the first. */
  brokenUpAt: number;
  brokenDownAt: number;
  /** Newest candle with a market structure shift: a change of character with displacement; -1 before. */
  shiftedUpAt: number;
  shiftedDownAt: number;
}

export function structureLayer(swings: SwingLayer): StructureLayer {
  return {
    swings,
    bias: 0,
    high: noLevel(),
    low: noLevel(),
    brokenUpAt: -1,
    brokenDownAt: -1,
    shiftedUpAt: -1,
    shiftedDownAt: -1,
  };
}

/** Makes the swings that the newest candle confirmed the active levels of the layer. */
export function adoptSwings({ swings, high, low }: StructureLayer): void {
  if (swings.confirmedHigh >= 0) setLevel(high, swings.confirmedHigh, swings.highPrice, swings.highTime);
  if (swings.confirmedLow >= 0) setLevel(low, swings.confirmedLow, swings.lowPrice, swings.lowTime);
}

function setLevel(level: ActiveLevel, index: number, price: number, openTime: number): void {
  level.price = price;
  level.index = index;
  level.openTime = openTime;
}

function noLevel(): ActiveLevel {
  return { price: Number.NaN, index: -1, openTime: Number.NaN };
}
