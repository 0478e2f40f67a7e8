import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import type { EventRow } from "../event-log.ts";
import { SIGNS } from "../state/candle-signs.ts";
import { fillingDetection, fillingLife, gapMaxAge } from "../zones/gap-life.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report volume imbalances and what becomes of them"),
  maxAge: gapMaxAge(),
});

/** Two candles that overlap while their bodies do not: only wicks traded between. Drawn and known at the second. */
class VolumeImbalanceDetector implements Detector {
  readonly appearsOn = SIGNS.bodyGap;
  private readonly context: DetectorContext;
  private readonly kind: number;

  constructor(context: DetectorContext, maxAge: number) {
    this.context = context;
    this.kind = context.zones.define(fillingLife("volume-imbalance", maxAge));
  }

  appear(index: number): void {
    if (index === 0) return;
    const { series, zones } = this.context;
    const open = series.open(index);
    const close = series.close(index);
    const openBefore = series.open(index - 1);
    const closeBefore = series.close(index - 1);
    const bottom = Math.min(open, close);
    const topBefore = Math.max(openBefore, closeBefore);
    if (bottom > topBefore) {
      if (!(series.low(index) <= series.high(index - 1))) return;
      zones.open(this.kind, index, index, 0, bottom, topBefore, Number.NaN);
      return;
    }
    const top = Math.max(open, close);
    const bottomBefore = Math.min(openBefore, closeBefore);
    if (top < bottomBefore && series.high(index) >= series.low(index - 1)) {
      zones.open(this.kind, index, index, 1, bottomBefore, top, Number.NaN);
    }
  }

  detection(row: EventRow): Detection {
    return fillingDetection(this.context.series, row, "volume-imbalance", row.index);
  }

  living(): EventRow[] {
    return this.context.zones.living(this.kind);
  }
}

export const volumeImbalance = detectorEntry({
  kind: "volume-imbalance",
  settings: settingsSchema,
  help: "Volume imbalances: neighbouring bodies that only wicks connect",
  create: (context, { maxAge }) => new VolumeImbalanceDetector(context, maxAge),
});
