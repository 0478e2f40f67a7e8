import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import type { EventRow } from "../event-order.ts";
import { fillingDetection, fillingLife, gapMaxAge } from "../zones/gap-life.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report volume imbalances and what becomes of them"),
  maxAge: gapMaxAge(),
});

/** Two candles that overlap while their bodies do not: only wicks traded between. Drawn and known at the second. */
class VolumeImbalanceDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly kind: number;

  constructor(context: DetectorContext, maxAge: number) {
    this.context = context;
    this.kind = context.zones.define(fillingLife("volume-imbalance", maxAge));
  }

  appear(from: number, to: number): void {
    const { opens, highs, lows, closes, mask } = this.context.series;
    for (let index = Math.max(from, 1); index <= to; index += 1) {
      const at = index & mask;
      const before = (index - 1) & mask;
      const open = opens[at] as number;
      const close = closes[at] as number;
      const openBefore = opens[before] as number;
      const closeBefore = closes[before] as number;
      const rises = close > open;
      const rose = closeBefore > openBefore;
      const bottom = rises ? open : close;
      const topBefore = rose ? closeBefore : openBefore;
      if (bottom > topBefore) {
        if ((lows[at] as number) <= (highs[before] as number)) this.open(index, 0, bottom, topBefore);
        continue;
      }
      const top = rises ? close : open;
      const bottomBefore = rose ? openBefore : closeBefore;
      if (top < bottomBefore && (highs[at] as number) >= (lows[before] as number)) {
        this.open(index, 1, bottomBefore, top);
      }
    }
  }

  detection(row: EventRow): Detection {
    return fillingDetection(this.context.series, row, "volume-imbalance", row.index);
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

export const volumeImbalance = detectorEntry({
  kind: "volume-imbalance",
  settings: settingsSchema,
  help: "Volume imbalances: neighbouring bodies that only wicks connect",
  create: (context, { maxAge }) => new VolumeImbalanceDetector(context, maxAge),
});
