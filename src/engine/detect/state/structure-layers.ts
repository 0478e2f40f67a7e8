import type { ConfirmedSwings, SwingLayer } from "./swing-layer.ts";

/** The most recently confirmed swing of one side, until it is broken; `price` is `NaN` when there is none. */
export class ActiveLevel {
  price = Number.NaN;
  index = -1;
  openTime = Number.NaN;
}

/** Market structure of one layer of swings. */
export class StructureLayer {
  readonly swings: SwingLayer;
  /** 1 bullish, -1 bearish, 0 none yet. */
  bias = 0;
  readonly high = new ActiveLevel();
  readonly low = new ActiveLevel();

  constructor(swings: SwingLayer) {
    this.swings = swings;
  }
}

/** Makes a swing of the stretch the active level of its side. */
export function adoptSwing(level: ActiveLevel, confirmed: ConfirmedSwings, position: number): void {
  level.price = confirmed.price[position] as number;
  level.index = confirmed.index[position] as number;
  level.openTime = confirmed.openTime[position] as number;
}
