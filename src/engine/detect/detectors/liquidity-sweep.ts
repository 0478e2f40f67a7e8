import { z } from "zod";
import type { CandleSeries } from "../../candles/candle-series.ts";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import type { EventRow } from "../event-order.ts";
import { momentOf, twoDecimals } from "../moment.ts";
import { poolFacts, poolId } from "../pools/pool-detection.ts";
import { countOf } from "../pools/pool-tag.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report sweeps of liquidity pools"),
  reclaimWithin: z
    .int()
    .min(0)
    .max(50)
    .default(0)
    .describe("A close back within this many candles still makes a close beyond a sweep; 0 breaks at once"),
});

/**
 * A candle trades beyond a pool and closes back: the orders there are taken and price may turn. Written by the
 * pool book together with the other ends of pools.
 */
class LiquiditySweepDetector implements Detector {
  private readonly context: DetectorContext;

  constructor(context: DetectorContext) {
    this.context = context;
  }

  detection(row: EventRow): Detection {
    const { series, windows } = this.context;
    const pool = poolId(windows.windows, row);
    const bias = (row.tag & 1) === 0 ? "bearish" : "bullish";
    const depth = sweepDepth(series, row);
    return {
      kind: "liquidity-sweep",
      event: "detected",
      id: pool.replace("liquidity-pool", "liquidity-sweep"),
      bias,
      ...poolFacts(windows.windows, row),
      ...momentOf(series, row),
      poolId: pool,
      ...(row.a === 0 ? {} : { depthPercent: twoDecimals((100 * depth) / Math.abs(row.a)) }),
      ...(row.c > 0 ? { facts: { depthAtr: depth / row.c } } : {}),
    };
  }
}

/** How far price went beyond the level, from the first close beyond to the close back. */
function sweepDepth(series: CandleSeries, row: EventRow): number {
  let depth = 0;
  for (let index = row.knownIndex - countOf(row.tag); index <= row.knownIndex; index += 1) {
    const reach = (row.tag & 1) === 0 ? series.high(index) - row.a : row.a - series.low(index);
    depth = Math.max(depth, reach);
  }
  return depth;
}

export const liquiditySweep = detectorEntry({
  kind: "liquidity-sweep",
  settings: settingsSchema,
  help: "Trades beyond a liquidity pool that close back",
  create: (context) => new LiquiditySweepDetector(context),
});
