import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import type { EventRow } from "../event-order.ts";
import { gapMaxAge } from "../zones/gap-life.ts";
import { retestLife } from "../zones/retest-life.ts";
import { lifeOfZone } from "../zones/zone-detection.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report inverse fair value gaps and what becomes of them"),
  maxAge: gapMaxAge(),
});

/**
 * A fair value gap that price closed through: what held price now turns it away. Same zone and candle, the other
 * bias, known at the inversion. Rows of zones, with the open time of `index` in `c`.
 */
class InverseFairValueGapDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly kind: number;

  constructor(context: DetectorContext, maxAge: number) {
    const { zones, series } = context;
    this.context = context;
    this.kind = zones.define(retestLife("inverse-fair-value-gap", maxAge));
    zones.onLost(zones.kindOf("fair-value-gap"), (index, _known, tag, at) => {
      zones.draft[2] = series.openTime(index);
      zones.open(this.kind, index, at, 1 - (tag & 1));
    });
  }

  detection(row: EventRow): Detection {
    return lifeOfZone(this.context.series, row, "inverse-fair-value-gap", row.c);
  }

  living(): EventRow[] {
    return this.context.zones.living(this.kind);
  }
}

export const inverseFairValueGap = detectorEntry({
  kind: "inverse-fair-value-gap",
  settings: settingsSchema,
  help: "Inverse fair value gaps: gaps that price closed through",
  create: (context, { maxAge }) => new InverseFairValueGapDetector(context, maxAge),
});
