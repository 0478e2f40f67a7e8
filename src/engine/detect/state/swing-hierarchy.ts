import { type SwingLayer, swingLayer } from "./swing-layer.ts";

/** The layers of the hierarchy: short, intermediate and long term, each made of the swings of the one before. */
export const HIERARCHY = ["sth", "ith", "lth"] as const;

/** The last two swings of one side of a layer; prices of lows are negated, so that higher is always further. */
interface Trail {
  beforeHeight: number;
  height: number;
  index: number;
  openTime: number;
}

/**
 * Finds the swings of the hierarchy: an intermediate-term high is a short-term high strictly above the one
 * before it and at or above the one after, known when the latter is; long-term highs are the same over
 * intermediate-term ones. Short-term highs are those of a layer 1/1 that is found elsewhere.
 */
export class SwingHierarchy {
  /** By level: short, intermediate and long term. */
  readonly levels: readonly SwingLayer[];
  private readonly highs: readonly Trail[] = [noTrail(), noTrail()];
  private readonly lows: readonly Trail[] = [noTrail(), noTrail()];

  constructor(shortTerm: SwingLayer) {
    this.levels = [shortTerm, swingLayer("ith"), swingLayer("lth")];
  }

  /** Expects the short-term layer to be up to date. */
  update(): void {
    for (let level = 1; level < this.levels.length; level += 1) {
      const lower = this.levels[level - 1] as SwingLayer;
      const layer = this.levels[level] as SwingLayer;
      layer.confirmedHigh = -1;
      layer.confirmedLow = -1;
      if (lower.confirmedHigh >= 0) extendHighs(this.highs[level - 1] as Trail, lower, layer);
      if (lower.confirmedLow >= 0) extendLows(this.lows[level - 1] as Trail, lower, layer);
    }
  }
}

function extendHighs(trail: Trail, lower: SwingLayer, layer: SwingLayer): void {
  const { confirmedHigh: index, highPrice: height, highTime: openTime } = lower;
  if (isPeak(trail, height)) {
    layer.confirmedHigh = trail.index;
    layer.highPrice = trail.height;
    layer.highTime = trail.openTime;
  }
  advance(trail, height, index, openTime);
}

function extendLows(trail: Trail, lower: SwingLayer, layer: SwingLayer): void {
  const { confirmedLow: index, lowPrice, lowTime: openTime } = lower;
  if (isPeak(trail, -lowPrice)) {
    layer.confirmedLow = trail.index;
    layer.lowPrice = -trail.height;
    layer.lowTime = trail.openTime;
  }
  advance(trail, -lowPrice, index, openTime);
}

/** Whether the newest swing of the trail stands above the one before and not below the one that follows. */
function isPeak(trail: Trail, nextHeight: number): boolean {
  return trail.height > trail.beforeHeight && trail.height >= nextHeight;
}

function advance(trail: Trail, height: number, index: number, openTime: number): void {
  trail.beforeHeight = trail.height;
  trail.height = height;
  trail.index = index;
  trail.openTime = openTime;
}

function noTrail(): Trail {
  return { beforeHeight: Number.NaN, height: Number.NaN, index: -1, openTime: Number.NaN };
}
