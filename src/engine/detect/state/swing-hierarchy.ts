import { type ConfirmedSwings, SwingLayer } from "./swing-layer.ts";

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
  /** By level below and side. */
  private readonly trails: readonly (readonly [Trail, Trail])[] = [
    [noTrail(), noTrail()],
    [noTrail(), noTrail()],
  ];

  constructor(shortTerm: SwingLayer) {
    this.levels = [shortTerm, new SwingLayer("ith"), new SwingLayer("lth")];
  }

  /** Expects the short-term layer to be up to date. */
  update(): void {
    for (const [level, trails] of this.trails.entries()) {
      const lower = this.levels[level] as SwingLayer;
      const layer = this.levels[level + 1] as SwingLayer;
      for (const side of [0, 1] as const)
        extend(trails[side], lower.confirmed[side], layer.confirmed[side], side);
    }
  }
}

function extend(trail: Trail, lower: ConfirmedSwings, higher: ConfirmedSwings, side: 0 | 1): void {
  const sign = side === 0 ? 1 : -1;
  higher.length = 0;
  for (let at = 0; at < lower.length; at += 1) {
    const height = sign * (lower.price[at] as number);
    if (isPeak(trail, height)) {
      higher.promote(lower.known[at] as number, trail.index, sign * trail.height, trail.openTime);
    }
    trail.beforeHeight = trail.height;
    trail.height = height;
    trail.index = lower.index[at] as number;
    trail.openTime = lower.openTime[at] as number;
  }
}

/** Whether the newest swing of the trail stands above the one before and not below the one that follows. */
function isPeak(trail: Trail, nextHeight: number): boolean {
  return trail.height > trail.beforeHeight && trail.height >= nextHeight;
}

function noTrail(): Trail {
  return { beforeHeight: Number.NaN, height: Number.NaN, index: -1, openTime: Number.NaN };
}
