import type { Detection, DetectionKind } from "../detect/detection.ts";

/**
 * How many detections of a kind are remembered: enough for the setups that are built of several steps, and so
 * few that a model stays small. Life events of zones are not kept: what lives is read from the model.
 */
const KEPT: Partial<Record<DetectionKind, number>> = {
  swing: 8,
  "market-structure": 8,
  displacement: 4,
  "fair-value-gap": 12,
  "liquidity-sweep": 8,
  "change-in-delivery": 4,
  "smt-divergence": 4,
};

const NONE: readonly Detection[] = [];

/** The newest detections of some kinds, oldest first, so that a strategy can look back without a state. */
export class RecentDetections {
  private readonly lists = new Map<string, Detection[]>();

  /** Takes in what became known at the newest candle. Call once for each candle, in order. */
  take(fresh: readonly Detection[]): void {
    for (const detection of fresh) {
      const kept = KEPT[detection.kind];
      if (kept !== undefined && isBirth(detection)) this.keep(detection, kept);
    }
  }

  /** Swings and market structure are remembered for each layer; other kinds have none. */
  of(kind: DetectionKind, layer?: string): readonly Detection[] {
    return this.lists.get(keyOf(kind, layer)) ?? NONE;
  }

  private keep(detection: Detection, kept: number): void {
    const key = keyOf(detection.kind, detection.layer);
    const list = this.lists.get(key);
    if (list === undefined) {
      this.lists.set(key, [detection]);
      return;
    }
    list.push(detection);
    if (list.length > kept) list.shift();
  }
}

function keyOf(kind: DetectionKind, layer = ""): string {
  return layer === "" ? kind : `${kind}:${layer}`;
}

function isBirth({ kind, event }: Detection): boolean {
  return kind !== "fair-value-gap" || event === "detected";
}
