import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import type { EventRow } from "../event-order.ts";
import { fillingDetection, fillingLife, gapMaxAge } from "../zones/gap-life.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report balanced price ranges and what becomes of them"),
  maxApart: z
    .int()
    .min(1)
    .max(500)
    .default(20)
    .describe("The two gaps became known at most this many candles apart"),
  maxAge: gapMaxAge(),
});

type Settings = z.output<typeof settingsSchema>;

/**
 * The overlap of a new fair value gap with an opposite one of the last candles that is not inverted, filled or
 * expired ones included; a gap that the same candle inverts is out. Bias, `index` and moment are those of the new gap; it
 * gives one range for each gap that it overlaps, the older first. Rows of zones: `tag` bias and rank of the older
 * gap, `c` its open time.
 */
class BalancedPriceRangeDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly maxApart: number;
  private readonly kind: number;

  constructor(context: DetectorContext, { maxApart, maxAge }: Settings) {
    this.context = context;
    this.maxApart = maxApart;
    this.kind = context.zones.define(fillingLife("balanced-price-range", maxAge));
  }

  /** Expects the gaps of the stretch, and what became of them in it. */
  appear(from: number): void {
    const { gaps } = this.context;
    const { maxApart } = this;
    const newest = gaps.firstSince(from);
    if (newest === gaps.count) return;
    let oldest = gaps.firstSince(gaps.known(newest) - maxApart);
    for (let later = newest; later < gaps.count; later += 1) {
      const index = gaps.known(later);
      while (gaps.known(oldest) < index - maxApart) oldest += 1;
      let gap = gaps.nextOverlap(oldest, later);
      while (gap < later) {
        this.balance(index, gap, later);
        gap = gaps.nextOverlap(gap + 1, later);
      }
    }
  }

  detection(row: EventRow): Detection {
    const known = row.index + 1;
    const seen = fillingDetection(this.context.series, row, "balanced-price-range", known);
    return { ...seen, id: `${seen.id}:${row.c}` };
  }

  living(): EventRow[] {
    return this.context.zones.living(this.kind);
  }

  private balance(index: number, gap: number, later: number): void {
    const { gaps, zones, series } = this.context;
    const known = gaps.known(gap);
    const rank = this.maxApart - (index - known);
    zones.draft[0] = Math.min(gaps.top(later), gaps.top(gap));
    zones.draft[1] = Math.max(gaps.bottom(later), gaps.bottom(gap));
    zones.draft[2] = series.openTime(known - 1);
    zones.open(this.kind, index - 1, index, gaps.bias(later) | (rank << 1));
  }
}

export const balancedPriceRange = detectorEntry({
  kind: "balanced-price-range",
  settings: settingsSchema,
  help: "Balanced price ranges: opposite fair value gaps that overlap",
  create: (context, settings) => new BalancedPriceRangeDetector(context, settings),
});
