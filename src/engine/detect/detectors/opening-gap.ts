import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import type { EventRow } from "../event-order.ts";
import { fillingDetection, fillingLife, gapMaxAge } from "../zones/gap-life.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report opening gaps and what becomes of them"),
  maxAge: gapMaxAge(),
});

/** Two candles with no trade between their ranges. Drawn and known at the second. */
class OpeningGapDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly kind: number;

  constructor(context: DetectorContext, maxAge: number) {
    this.context = context;
    this.kind = context.zones.define(fillingLife("opening-gap", maxAge));
  }

  appear(from: number, to: number): void {
    const { highs, lows, mask } = this.context.series;
    for (let index = Math.max(from, 1); index <= to; index += 1) {
      const low = lows[index & mask] as number;
      const high = highs[index & mask] as number;
      const highBefore = highs[(index - 1) & mask] as number;
      const lowBefore = lows[(index - 1) & mask] as number;
      if (low > highBefore) this.open(index, 0, low, highBefore);
      else if (high < lowBefore) this.open(index, 1, lowBefore, high);
    }
  }

  detection(row: EventRow): Detection {
    return fillingDetection(this.context.series, row, "opening-gap", row.index);
  }

  living(): EventRow[] {
    return this.context.zones.living(this.kind);
  }

  private open(index: number, bearish: 0 | 1, top: number, bottom: number): void {
    const { zones } = this.context;
    zones.draft[0] = top;
    zones.draft[1] = bottom;
    zones.draft[2] = Number.NaN;
    zones.open(this.kind, index, index, bearish);
  }
}

export const openingGap = detectorEntry({
  kind: "opening-gap",
  settings: settingsSchema,
  help: "Opening gaps: neighbouring candles with no trade between",
  create: (context, { maxAge }) => new OpeningGapDetector(context, maxAge),
});
