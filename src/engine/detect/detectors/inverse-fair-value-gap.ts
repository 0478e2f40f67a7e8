import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import type { EventRow } from "../event-log.ts";
import { SIGNS } from "../state/candle-signs.ts";
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
  readonly appearsOn = SIGNS.zoneLost;
  private readonly context: DetectorContext;
  private readonly kind: number;
  /** The kind of fair value gaps. */
  private readonly gaps: number;

  constructor(context: DetectorContext, maxAge: number) {
    this.context = context;
    this.gaps = context.zones.kindOf("fair-value-gap");
    this.kind = context.zones.define(retestLife("inverse-fair-value-gap", maxAge));
  }

  appear(index: number): void {
    const { closedBeyond, table } = this.context.zones;
    if (closedBeyond.length === 0) return;
    for (let at = 0; at < closedBeyond.length; at += 1) {
      const slot = closedBeyond.at(at);
      if (table.kind(slot) === this.gaps) this.invert(index, slot);
    }
  }

  detection(row: EventRow): Detection {
    return lifeOfZone(this.context.series, row, "inverse-fair-value-gap", row.c);
  }

  living(): EventRow[] {
    return this.context.zones.living(this.kind);
  }

  private invert(index: number, slot: number): void {
    const { zones, series } = this.context;
    const { table } = zones;
    const at = table.index(slot);
    const tag = 1 - (table.tag(slot) & 1);
    zones.open(this.kind, at, index, tag, table.top(slot), table.bottom(slot), series.openTime(at));
  }
}

export const inverseFairValueGap = detectorEntry({
  kind: "inverse-fair-value-gap",
  settings: settingsSchema,
  help: "Inverse fair value gaps: gaps that price closed through",
  create: (context, { maxAge }) => new InverseFairValueGapDetector(context, maxAge),
});
