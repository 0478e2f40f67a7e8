import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import type { EventRow } from "../event-log.ts";
import { SIGNS } from "../state/candle-signs.ts";
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

const NO_GAP = -1;

/**
 * The overlap of a new fair value gap with an opposite one of the last candles that is not inverted, filled or
 * expired ones included; a gap that the same candle inverts is out. Bias, `index` and moment are those of the new gap; it
 * gives one range for each gap that it overlaps, the older first. Rows of zones: `tag` bias and rank of the older
 * gap, `c` its open time.
 */
class BalancedPriceRangeDetector implements Detector {
  readonly appearsOn = SIGNS.gap | SIGNS.zoneLost;
  private readonly context: DetectorContext;
  private readonly maxApart: number;
  private readonly kind: number;
  /** The kind of fair value gaps. */
  private readonly gaps: number;
  /** The newest gaps as a ring, `count` of them ever: the candle that made each known, bias, top and bottom. */
  private readonly mask: number;
  private readonly knownAt: Int32Array;
  private readonly biases: Int8Array;
  private readonly tops: Float64Array;
  private readonly bottoms: Float64Array;
  private count = 0;

  constructor(context: DetectorContext, { maxApart, maxAge }: Settings) {
    this.context = context;
    this.maxApart = maxApart;
    this.gaps = context.zones.kindOf("fair-value-gap");
    this.kind = context.zones.define(fillingLife("balanced-price-range", maxAge));
    const capacity = 2 ** Math.ceil(Math.log2(maxApart + 1));
    this.mask = capacity - 1;
    this.knownAt = new Int32Array(capacity);
    this.biases = new Int8Array(capacity);
    this.tops = new Float64Array(capacity);
    this.bottoms = new Float64Array(capacity);
  }

  appear(index: number): void {
    const { zones } = this.context;
    const { table } = zones;
    if (zones.closedBeyond.length > 0) this.forgetInverted(index);
    const newest = table.newest(this.gaps);
    if (newest === 0 || table.known(newest) !== index) return;
    const bias = table.tag(newest) & 1;
    const top = table.top(newest);
    const bottom = table.bottom(newest);
    for (let gap = this.firstSince(index - this.maxApart); gap < this.count; gap += 1) {
      if (this.biases[gap & this.mask] === 1 - bias) this.balance(index, gap, bias, top, bottom);
    }
    const at = this.count & this.mask;
    this.knownAt[at] = index;
    this.biases[at] = bias;
    this.tops[at] = top;
    this.bottoms[at] = bottom;
    this.count += 1;
  }

  detection(row: EventRow): Detection {
    const known = row.index + 1;
    const seen = fillingDetection(this.context.series, row, "balanced-price-range", known);
    return { ...seen, id: `${seen.id}:${row.c}` };
  }

  living(): EventRow[] {
    return this.context.zones.living(this.kind);
  }

  /** The oldest of the newest gaps that became known at candle `known` or later. */
  private firstSince(known: number): number {
    const oldest = Math.max(0, this.count - this.mask - 1);
    let gap = this.count;
    while (gap > oldest && (this.knownAt[(gap - 1) & this.mask] as number) >= known) gap -= 1;
    return gap;
  }

  private forgetInverted(index: number): void {
    const { table, closedBeyond } = this.context.zones;
    for (let at = 0; at < closedBeyond.length; at += 1) {
      const slot = closedBeyond.at(at);
      const known = table.known(slot);
      if (table.kind(slot) !== this.gaps || index - known > this.maxApart) continue;
      const gap = this.firstSince(known);
      if (gap < this.count) this.biases[gap & this.mask] = NO_GAP;
    }
  }

  private balance(index: number, gap: number, bias: number, laterTop: number, laterBottom: number): void {
    const { zones, series } = this.context;
    const top = Math.min(laterTop, this.tops[gap & this.mask] as number);
    const bottom = Math.max(laterBottom, this.bottoms[gap & this.mask] as number);
    if (!(top > bottom)) return;
    const known = this.knownAt[gap & this.mask] as number;
    const rank = this.maxApart - (index - known);
    zones.open(this.kind, index - 1, index, bias | (rank << 1), top, bottom, series.openTime(known - 1));
  }
}

export const balancedPriceRange = detectorEntry({
  kind: "balanced-price-range",
  settings: settingsSchema,
  help: "Balanced price ranges: opposite fair value gaps that overlap",
  create: (context, settings) => new BalancedPriceRangeDetector(context, settings),
});
