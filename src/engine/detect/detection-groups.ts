import type { DetectionKind } from "./detection.ts";

/** Parts of a chart that a person can ask for. */
export const DETECTION_GROUPS = ["structure", "gaps", "blocks", "liquidity", "ranges", "sessions"] as const;
export type DetectionGroup = (typeof DETECTION_GROUPS)[number];

/** Every kind belongs to one group; a new kind does not compile without. */
const GROUPS: Readonly<Record<DetectionKind, DetectionGroup>> = {
  swing: "structure",
  "market-structure": "structure",
  displacement: "structure",
  "change-in-delivery": "structure",
  "order-block": "blocks",
  "breaker-block": "blocks",
  "mitigation-block": "blocks",
  "fair-value-gap": "gaps",
  "inverse-fair-value-gap": "gaps",
  "balanced-price-range": "gaps",
  "volume-imbalance": "gaps",
  "opening-gap": "gaps",
  "new-day-opening-gap": "gaps",
  "new-week-opening-gap": "gaps",
  "liquidity-pool": "liquidity",
  "liquidity-sweep": "liquidity",
  "judas-swing": "liquidity",
  "smt-divergence": "liquidity",
  "dealing-range": "ranges",
  "previous-range": "ranges",
  session: "sessions",
};

export function groupOfKind(kind: DetectionKind): DetectionGroup {
  return GROUPS[kind];
}
