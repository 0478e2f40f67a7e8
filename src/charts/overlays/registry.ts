import type { DetectionKind } from "../../engine/detect/detection.ts";
import { balancedPriceRange } from "./balanced-price-range.ts";
import { breakerBlock } from "./breaker-block.ts";
import { changeInDelivery } from "./change-in-delivery.ts";
import { dealingRange } from "./dealing-range.ts";
import { fairValueGap } from "./fair-value-gap.ts";
import { inverseFairValueGap } from "./inverse-fair-value-gap.ts";
import { judasSwing } from "./judas-swing.ts";
import { liquidityPool } from "./liquidity-pool.ts";
import { liquiditySweep } from "./liquidity-sweep.ts";
import { marketStructure } from "./market-structure.ts";
import { mitigationBlock } from "./mitigation-block.ts";
import { newDayOpeningGap } from "./new-day-opening-gap.ts";
import { newWeekOpeningGap } from "./new-week-opening-gap.ts";
import { openingGap } from "./opening-gap.ts";
import { orderBlock } from "./order-block.ts";
import type { NotDrawn, Overlay } from "./overlay.ts";
import { previousRange } from "./previous-range.ts";
import { smtDivergence } from "./smt-divergence.ts";
import { swing } from "./swing.ts";
import { volumeImbalance } from "./volume-imbalance.ts";

/** The picture of every kind of detection, or the reason why it has none. A new kind does not compile without. */
export const OVERLAYS: Readonly<Record<DetectionKind, Overlay | NotDrawn>> = {
  swing,
  "market-structure": marketStructure,
  displacement: { notDrawn: "the large candle is its own picture" },
  "order-block": orderBlock,
  "breaker-block": breakerBlock,
  "mitigation-block": mitigationBlock,
  "fair-value-gap": fairValueGap,
  "inverse-fair-value-gap": inverseFairValueGap,
  "balanced-price-range": balancedPriceRange,
  "volume-imbalance": volumeImbalance,
  "opening-gap": openingGap,
  "liquidity-pool": liquidityPool,
  "liquidity-sweep": liquiditySweep,
  "dealing-range": dealingRange,
  "previous-range": previousRange,
  "new-day-opening-gap": newDayOpeningGap,
  "new-week-opening-gap": newWeekOpeningGap,
  session: { notDrawn: "the windows of the input are drawn as bands" },
  "change-in-delivery": changeInDelivery,
  "judas-swing": judasSwing,
  "smt-divergence": smtDivergence,
};
