import { z } from "zod";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { filledPercent, lifeOfZone } from "../zones/zone-detection.ts";
import { FAR, MIDDLE, NEAR } from "../zones/zone-life.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report fair value gaps and what becomes of them"),
  minGapPercent: z
    .number()
    .min(0)
    .max(50)
    .default(0)
    .describe("Smallest size in percent of the close; higher reports fewer, larger gaps"),
  minGapAtr: z.number().min(0).max(50).default(0).describe("Smallest size in ATR(14)"),
  maxAge: z.int().min(1).max(20_000).default(500).describe("A gap is forgotten after this many candles"),
});

type Settings = z.output<typeof settingsSchema>;

const DETECTED = eventCode("fair-value-gap", "detected");
const EXPIRED = eventCode("fair-value-gap", "expired");

/**
 * Three candles whose outer two do not overlap. Known at the third, drawn at the middle one. Touched, half
 * filled and filled as price comes back; a close beyond the far side inverts it, 500 candles end it.
 */
class FairValueGapDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly settings: Settings;
  private readonly kind: number;

  constructor(context: DetectorContext, settings: Settings) {
    this.context = context;
    this.settings = settings;
    this.kind = context.zones.define({
      detected: DETECTED,
      stages: [
        { edge: NEAR, code: eventCode("fair-value-gap", "touched") },
        { edge: MIDDLE, code: eventCode("fair-value-gap", "half-filled") },
        { edge: FAR, code: eventCode("fair-value-gap", "filled") },
      ],
      beyond: eventCode("fair-value-gap", "inverted"),
      expired: EXPIRED,
      maxAge: settings.maxAge,
    });
    context.zones.onLost(this.kind, (_index, known, _tag, at) => context.gaps.lose(known, at));
  }

  appear(from: number, to: number): void {
    const { highs, lows, mask } = this.context.series;
    for (let index = Math.max(from, 2); index <= to; index += 1) {
      const first = (index - 2) & mask;
      if ((lows[index & mask] as number) > (highs[first] as number)) this.open(index, 0);
      else if ((highs[index & mask] as number) < (lows[first] as number)) this.open(index, 1);
    }
  }

  detection(row: EventRow): Detection {
    const seen = lifeOfZone(this.context.series, row, "fair-value-gap");
    if (row.code === DETECTED) return { ...seen, facts: this.facts(row) };
    const from = row.code === EXPIRED ? row.index + 2 : row.knownIndex;
    return { ...seen, filledPercent: filledPercent(this.context.series, row, from) };
  }

  living(): EventRow[] {
    return this.context.zones.living(this.kind);
  }

  private open(index: number, bearish: 0 | 1): void {
    const { series, atr, zones, gaps } = this.context;
    const { minGapPercent, minGapAtr } = this.settings;
    const top = bearish === 0 ? series.low(index) : series.low(index - 2);
    const bottom = bearish === 0 ? series.high(index - 2) : series.high(index);
    const size = top - bottom;
    const percent = minGapPercent > 0 ? (100 * size) / Math.abs(series.close(index)) : 0;
    if (percent < minGapPercent) return;
    if (minGapAtr > 0 && !(size >= minGapAtr * atr.at(index))) return;
    zones.draft[0] = top;
    zones.draft[1] = bottom;
    zones.draft[2] = atr.at(index);
    gaps.add(index, bearish, zones.draft);
    zones.open(this.kind, index - 1, index, bearish);
  }

  private facts(row: EventRow): Record<string, number | boolean> {
    const { series } = this.context;
    const size = row.a - row.b;
    const middle = row.index;
    const rises = series.close(middle) - series.open(middle);
    const bullish = (row.tag & 1) === 0;
    const close = Math.abs(series.close(row.knownIndex));
    const facts: Record<string, number | boolean> = {};
    if (close !== 0) facts.sizePercent = (100 * size) / close;
    if (!Number.isNaN(row.c)) facts.sizeAtr = size / row.c;
    facts.middleAgrees = bullish ? rises > 0 : rises < 0;
    facts.middleClosesBeyond = bullish ? series.close(middle) > row.b : series.close(middle) < row.a;
    return facts;
  }
}

export const fairValueGap = detectorEntry({
  kind: "fair-value-gap",
  settings: settingsSchema,
  help: "Fair value gaps: three candles whose outer two do not overlap",
  create: (context, settings) => new FairValueGapDetector(context, settings),
});
