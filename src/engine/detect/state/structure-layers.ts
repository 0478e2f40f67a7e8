import type { ConfirmedSwings, SwingLayer } from "./swing-layer.ts";

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
}

export function structureLayer(swings: SwingLayer): StructureLayer {
  return {
    swings,
    bias: 0,
    high: noLevel(),
    low: noLevel(),
  };
}

/** Makes a swing of the stretch the active level of its side. */
export function adoptSwing(level: ActiveLevel, confirmed: ConfirmedSwings, position: number): void {
  level.price = confirmed.price[position] as number;
  level.index = confirmed.index[position] as number;
  level.openTime = confirmed.openTime[position] as number;
}

function noLevel(): ActiveLevel {
  return { price: Number.NaN, index: -1, openTime: Number.NaN };
}
