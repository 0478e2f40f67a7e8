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
      const bottom = Math.min(opens[at] as number, closes[at] as number);
      const topBefore = Math.max(opens[before] as number, closes[before] as number);
      if (bottom > topBefore) {
        if ((lows[at] as number) <= (highs[before] as number)) this.open(index, 0, bottom, topBefore);
        continue;
      }
      const top = Math.max(opens[at] as number, closes[at] as number);
      const bottomBefore = Math.min(opens[before] as number, closes[before] as number);
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
