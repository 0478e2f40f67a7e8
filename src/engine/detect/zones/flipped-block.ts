import { z } from "zod";
import type { Detection } from "../detection.ts";
import type { Detector, DetectorContext } from "../detector.ts";
import type { EventRow } from "../event-order.ts";
import type { FlippedBlockKind } from "./flipped-blocks.ts";
import { retestLife } from "./retest-life.ts";
import { lifeOfZone } from "./zone-detection.ts";

export function flippedBlockSettings(what: string) {
  return z.strictObject({
    enabled: z.boolean().default(true).describe(`Report ${what} and what becomes of them`),
    maxAge: z
      .int()
      .min(1)
      .max(20_000)
      .default(100)
      .describe("A flipped block is forgotten after this many candles"),
  });
}

/**
 * An invalidated order block with its bias turned: same zone, same candle, known at the invalidation. Rows of
 * zones, with the open time of `index` in `c`.
 */
export class FlippedBlockDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly kind: FlippedBlockKind;
  private readonly zoneKind: number;

  constructor(context: DetectorContext, kind: FlippedBlockKind, maxAge: number) {
    this.context = context;
    this.kind = kind;
    this.zoneKind = context.zones.define(retestLife(kind, maxAge));
    context.flips.become(kind, this.zoneKind);
  }

  detection(row: EventRow): Detection {
    return lifeOfZone(this.context.series, row, this.kind, row.c);
  }

  living(): EventRow[] {
    return this.context.zones.living(this.zoneKind);
  }
}
