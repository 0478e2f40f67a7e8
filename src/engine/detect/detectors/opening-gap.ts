import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import type { EventRow } from "../event-log.ts";
import { SIGNS } from "../state/candle-signs.ts";
import { fillingDetection, fillingLife, gapMaxAge } from "../zones/gap-life.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report opening gaps and what becomes of them"),
  maxAge: gapMaxAge(),
});

/** Two candles with no trade between their ranges. Drawn and known at the second. */
class OpeningGapDetector implements Detector {
  readonly appearsOn = SIGNS.bodyGap;
  private readonly context: DetectorContext;
  private readonly kind: number;

  constructor(context: DetectorContext, maxAge: number) {
    this.context = context;
    this.kind = context.zones.define(fillingLife("opening-gap", maxAge));
  }

  appear(index: number): void {
    if (index === 0) return;
    const { series, zones } = this.context;
    const low = series.low(index);
    const high = series.high(index);
    const highBefore = series.high(index - 1);
    const lowBefore = series.low(index - 1);
    if (low > highBefore) zones.open(this.kind, index, index, 0, low, highBefore, Number.NaN);
    else if (high < lowBefore) zones.open(this.kind, index, index, 1, lowBefore, high, Number.NaN);
  }

  detection(row: EventRow): Detection {
    return fillingDetection(this.context.series, row, "opening-gap", row.index);
  }

  living(): EventRow[] {
    return this.context.zones.living(this.kind);
  }
}

export const openingGap = detectorEntry({
  kind: "opening-gap",
  settings: settingsSchema,
  help: "Opening gaps: neighbouring candles with no trade between",
  create: (context, { maxAge }) => new OpeningGapDetector(context, maxAge),
});
